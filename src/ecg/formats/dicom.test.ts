import { describe, expect, it } from 'vitest';
import { INDEPENDENT_LEADS, WRITTEN_MEASUREMENTS } from '../../../tools/synthetic/deviceXml/writerOptions';
import { toCodeItem, toGroup } from '../../../tools/synthetic/dicom/dicomObject';
import { channelsOf, type DicomWriterOptions, groupsOf, SOP_CLASSES, writeDicom } from '../../../tools/synthetic/dicom/dicomWriter';
import { encodeDataSet, type WrittenItem } from '../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const FIELD = 'ChannelSensitivity';
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const read = (options: DicomWriterOptions = {}) => readEcg([writeDicom(ecg, options)]);

interface Row extends DicomWriterOptions {
  readonly told?: Partial<Pick<Ecg, 'format' | 'scale' | 'remarks'>>;
}

const ROWS: Readonly<Record<string, Row>> = {
  'explicit, little endian': {},
  'implicit, little endian': { syntax: 'implicit' },
  'explicit, big endian': { syntax: 'bigEndian' },
  deflated: { syntax: 'deflated' },
  'sequences with end marks': { hasUndefinedLengths: true },
  'sequences with end marks, implicit': { hasUndefinedLengths: true, syntax: 'implicit' },
  'sequences with end marks, big endian': { hasUndefinedLengths: true, syntax: 'bigEndian' },
  'no preamble': { start: 'mark' },
  'neither preamble nor mark': { start: 'meta', syntax: 'implicit' },
  'nothing before the data set, explicit': { start: 'nothing' },
  'nothing before the data set, implicit': { start: 'nothing', syntax: 'implicit' },
  'general ECG of eight leads, in millivolts, corrected, with a baseline': {
    sopClass: SOP_CLASSES.general,
    leadOrder: INDEPENDENT_LEADS,
    scheme: 'MDC',
    unit: 'mV',
    microvoltsPerStep: 2.44,
    correctionFactor: 1.25,
    baselineMicrovolts: 50,
    told: {
      format: 'DICOM (general ECG)',
      scale: `1 LSB = 2.44 µV, from ${FIELD} × ChannelSensitivityCorrectionFactor, with 0 at 50 µV, from ChannelBaseline`,
      remarks: [DERIVED],
    },
  },
  'hemodynamics, in volts, leads in reverse': {
    sopClass: SOP_CLASSES.hemodynamic,
    unit: 'V',
    leadOrder: STANDARD_LEADS.toReversed(),
    told: { format: 'DICOM (hemodynamic)' },
  },
  'ambulatory ECG, in nanovolts': {
    sopClass: SOP_CLASSES.ambulatory,
    unit: 'nV',
    told: { format: 'DICOM (ambulatory ECG)' },
  },
  'MDC codes as one number': { scheme: 'MDC_ECG_LEAD' },
  'codes of its own': {
    scheme: '99OWN',
    told: {
      remarks: STANDARD_LEADS.map((lead) => `${lead} is known by its name in words only: the file gives it no standard code.`),
    },
  },
  'signed bytes': { interpretation: 'SB', microvoltsPerStep: 25, told: { scale: `1 LSB = 25 µV, from ${FIELD}` } },
  'signed bytes, big endian': {
    interpretation: 'SB',
    syntax: 'bigEndian',
    microvoltsPerStep: 25,
    told: { scale: `1 LSB = 25 µV, from ${FIELD}` },
  },
  'unsigned bytes': {
    interpretation: 'UB',
    microvoltsPerStep: 25,
    baselineMicrovolts: -3200,
    told: { scale: `1 LSB = 25 µV, from ${FIELD}, with 0 at -3200 µV, from ChannelBaseline` },
  },
  'unsigned words': {
    interpretation: 'US',
    baselineMicrovolts: -81920,
    told: { scale: `1 LSB = 2.5 µV, from ${FIELD}, with 0 at -81920 µV, from ChannelBaseline` },
  },
  'signed words of 32 bits': { interpretation: 'SL', microvoltsPerStep: 0.01, told: { scale: `1 LSB = 0.01 µV, from ${FIELD}` } },
  'unsigned words of 32 bits': {
    interpretation: 'UL',
    baselineMicrovolts: -10000,
    told: { scale: `1 LSB = 2.5 µV, from ${FIELD}, with 0 at -10000 µV, from ChannelBaseline` },
  },
};

describe('a DICOM waveform', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, { told, ...options }) => {
    const { microvoltsPerStep = 2.5 } = options;
    const found = await read(options);
    const usual = { format: 'DICOM (12-lead ECG)', scale: `1 LSB = 2.5 µV, from ${FIELD}`, remarks: [] };
    expect(found).toMatchObject({ ...usual, ...told, samplingRateHz: 300, sampleCount: 3000 });
    expect(largestErrorMv(found, ecg)).toBeLessThanOrEqual(microvoltsPerStep / 2000 + 1e-6);
  });

  it.each(Object.entries(ROWS))('tells what the device measured, and not of whom: %s', async (_, options) => {
    const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
    const found = await read(options);
    expect(found.deviceMeasurements).toEqual({
      ventricularRatePerMinute: rate,
      pMs: p,
      prMs: pr,
      qrsMs: qrs,
      qtMs: qt,
      qtc: [{ ms: qtc, formula: null }],
      pAxisDegrees: pAxis,
      qrsAxisDegrees: qrsAxis,
      tAxisDegrees: tAxis,
    });
    expect(JSON.stringify({ ...found, leads: null })).not.toMatch(/Mustermann|0815|1950/);
  });

  it('is read whether or not a zero makes its compressed bytes even', async () => {
    for (let length = 0; length < 6; length++) {
      const edit = (object: WrittenItem): void => void (object['00081030'] = { vr: 'LO', value: 'ECG at rest'.slice(0, length) });
      expect((await read({ syntax: 'deflated', edit })).leads).toEqual((await read()).leads);
    }
  });

  it('of an odd number of bytes is read, which a zero makes even', async () => {
    const odd = createSyntheticEcg({ seed: 7, samplingRateHz: 300, seconds: 3001 / 300 });
    const options = { interpretation: 'SB', microvoltsPerStep: 25, leadOrder: [...INDEPENDENT_LEADS, 'III'] } as const;
    const found = await readEcg([writeDicom(odd, { ...options, groups: [toGroup(odd, options)] })]);
    expect(found.sampleCount).toBe(3001);
  });

  it.each<[string, DicomWriterOptions]>([
    ['signed', {}],
    ['unsigned', { interpretation: 'US', baselineMicrovolts: -5120 }],
  ])('may store fewer bits than it allocates: %s', async (_, options) => {
    const edit = (object: WrittenItem): void =>
      groupsOf(object).flatMap(channelsOf).forEach((channel) => (channel['003a021a'] = { vr: 'US', value: [12] }));
    const found = await read({ ...options, edit });
    expect(largestErrorMv(found, ecg)).toBeLessThanOrEqual(0.00125 + 1e-6);
  });

  it('is scaled without correction and baseline where it gives none, and by µ in any encoding', async () => {
    const edit = (object: WrittenItem): void =>
      groupsOf(object).flatMap(channelsOf).forEach((channel, index) => {
        Reflect.deleteProperty(channel, '003a0212');
        channel['003a0213'] = { vr: 'DS', value: '' };
        const unit = ['µV', Buffer.from('µV').toString('latin1'), Buffer.from('μV').toString('latin1')][index % 3]!;
        channel['003a0211'] = { vr: 'SQ', value: [toCodeItem(unit, 'UCUM', 'microvolt')] };
      });
    expect(await read({ edit })).toEqual(await read());
  });

  it('tells what the device thought of a lead', async () => {
    const edit = (object: WrittenItem): void => {
      const [first, second] = channelsOf(groupsOf(object)[1]!);
      first!['003a0205'] = { vr: 'CS', value: 'OK' };
      second!['003a0205'] = { vr: 'CS', value: 'DISCONNECTED' };
    };
    expect((await read({ edit })).remarks).toEqual(['The device marked the lead II as “DISCONNECTED”.']);
  });

  it('is read where an archive kept its sequences as unknown', async () => {
    const edit = (object: WrittenItem): void => {
      const implicit = { isExplicit: false, isLittleEndian: true, hasUndefinedLengths: false };
      const bytes = encodeDataSet({ '54000100': object['54000100']! }, implicit);
      object['54000100'] = { vr: 'UN', value: new Uint8Array(bytes.subarray(8)) };
    };
    expect((await read({ edit })).leads).toEqual((await read()).leads);
  });

  it('is read where something behind it is broken', async () => {
    const { name, bytes } = writeDicom(ecg);
    const found = await readEcg([{ name, bytes: Uint8Array.from([...bytes, 0xe0, 0x7f, 0x10]) }]);
    expect(found.leads).toEqual((await read()).leads);
  });

  it('that begins with an item’s mark is no sequence, also in implicit VR', async () => {
    const leads = { ...ecg.leads, I: ecg.leads.I.slice(), II: ecg.leads.II.slice() };
    // −2 and −8192 steps are the bytes FE FF 00 E0.
    leads.I[0] = -0.005;
    leads.II[0] = -20.48;
    const found = await read({ syntax: 'implicit', groups: [toGroup({ ...ecg, leads })] });
    expect([found.leads.I[0], found.leads.II[0]]).toEqual([-0.005, -20.48].map(Math.fround));
  });

  it('is read without the files beside it, which are named', async () => {
    const letter = { name: 'letter.pdf', bytes: new TextEncoder().encode('%PDF') };
    const { remarks } = await readEcg([letter, writeDicom(ecg)]);
    expect(remarks).toEqual(['Not read, because ecg.dcm is a recording of its own: letter.pdf.']);
  });
});
