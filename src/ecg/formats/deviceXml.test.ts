import { describe, expect, it } from 'vitest';
import { writeAecg } from '../../../tools/synthetic/deviceXml/aecgWriter';
import { writeCardioSoft } from '../../../tools/synthetic/deviceXml/cardioSoftWriter';
import { writeEli } from '../../../tools/synthetic/deviceXml/eliWriter';
import { writeMuse } from '../../../tools/synthetic/deviceXml/museWriter';
import { writePhilips } from '../../../tools/synthetic/deviceXml/philipsWriter';
import { writeSchiller } from '../../../tools/synthetic/deviceXml/schillerWriter';
import { INDEPENDENT_LEADS, WRITTEN_MEASUREMENTS } from '../../../tools/synthetic/deviceXml/writerOptions';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { DeviceQtc } from '../deviceMeasurements';
import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const LIMB_DERIVED = ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'];
const PULSE = ['What the file holds after 10 s is a calibration pulse and was not read.'];

function largestErrorMv(actual: Ecg, expected: Ecg): number {
  const errors = STANDARD_LEADS.map((lead) => {
    const wanted = expected.leads[lead];
    return actual.leads[lead].reduce((most, sample, index) => Math.max(most, Math.abs(sample - wanted[index]!)), 0);
  });
  return Math.max(...errors);
}

interface Row {
  readonly file: EcgFile;
  readonly format: string;
  readonly scale: string;
  readonly stepUv: number;
  readonly remarks?: readonly string[];
}

const AECG = { format: 'HL7 aECG', scale: '1 LSB = 2.5 µV, from the scale of SLIST_PQ', stepUv: 2.5 };
const MUSE = { format: 'GE MUSE XML', scale: '1 LSB = 4.88 µV, from LeadAmplitudeUnitsPerBit', stepUv: 4.88 };
const ROWS: Readonly<Record<string, Row>> = {
  'GE MUSE': { file: writeMuse(ecg), ...MUSE, remarks: LIMB_DERIVED },
  'GE MUSE, twelve leads': { file: writeMuse(ecg, { leadOrder: STANDARD_LEADS.toReversed() }), ...MUSE },
  'GE MUSE, high byte first': {
    file: writeMuse(ecg, { highByteFirst: true }),
    ...MUSE,
    remarks: [...LIMB_DERIVED, 'Samples were read high byte first, because low byte first they jump about.'],
  },
  'GE MUSE, rate as a power of ten': {
    file: writeMuse(ecg, { edit: (xml) => xml.replaceAll('>300</SampleBase><SampleExponent>0', '>3</SampleBase><SampleExponent>2') }),
    ...MUSE,
    remarks: LIMB_DERIVED,
  },
  'GE MUSE in millivolts': {
    file: writeMuse(ecg, {
      edit: (xml) => xml.replaceAll('>4.88<', '>0.00488<').replaceAll('MICROVOLTS', 'MILLIVOLTS'),
    }),
    ...MUSE,
    remarks: LIMB_DERIVED,
  },
  'GE MUSE, I missing but III stored': {
    file: writeMuse(ecg, { leadOrder: ['V6', 'V5', 'V4', 'V3', 'V2', 'V1', 'III', 'II'] }),
    ...MUSE,
    remarks: ['I, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
  'GE CardioSoft': {
    file: writeCardioSoft(ecg),
    format: 'GE CardioSoft XML',
    scale: '1 LSB = 5 µV, from Resolution',
    stepUv: 5,
  },
  'Philips 1.03': {
    file: writePhilips(ecg, { version: '1.03' }),
    format: 'Philips XML 1.03',
    scale: '1 LSB = 5 µV, from signalresolution',
    stepUv: 5,
    remarks: PULSE,
  },
  'Philips 1.04': {
    file: writePhilips(ecg, { microvoltsPerStep: 2.5 }),
    format: 'Philips XML 1.04',
    scale: '1 LSB = 2.5 µV, from resolution',
    stepUv: 2.5,
    remarks: PULSE,
  },
  'Philips, not compressed, no pulse': {
    file: writePhilips(ecg, { compressed: false, calibrated: false }),
    format: 'Philips XML 1.04',
    scale: '1 LSB = 5 µV, from resolution',
    stepUv: 5,
  },
  'HL7 aECG': { file: writeAecg(ecg), ...AECG },
  'HL7 aECG, absolute time, an origin': {
    file: writeAecg(ecg, { time: 'TIME_ABSOLUTE', originMicrovolts: 50, leadOrder: INDEPENDENT_LEADS }),
    ...AECG,
    remarks: LIMB_DERIVED,
  },
  Schiller: {
    file: writeSchiller(ecg),
    format: 'Schiller XML',
    scale: '1 LSB = 1 µV, from unitperbit',
    stepUv: 1,
  },
  'Mortara ELI': {
    file: writeEli(ecg),
    format: 'Mortara ELI XML',
    scale: '1 LSB = 2.5 µV, from UNITS_PER_MV',
    stepUv: 2.5,
  },
};

describe("a device's XML file", () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, { file, format, scale, stepUv, remarks = [] }) => {
    const read = await readEcg([file]);
    expect(read).toMatchObject({ format, scale, remarks, samplingRateHz: 300, sampleCount: 3000 });
    // A derived lead has the rounding of two.
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(stepUv / 1000 + 1e-6);
  });

  it.each(Object.entries(ROWS))('tells what the device measured: %s', async (_, { file, format }) => {
    const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
    const { deviceMeasurements } = await readEcg([file]);
    const corrected: DeviceQtc[] =
      format === 'Philips XML 1.04'
        ? [
            { ms: qtc, formula: 'Bazett' },
            { ms: qtc - 1, formula: 'Fridericia' },
            { ms: qtc - 2, formula: 'Framingham' },
          ]
        : [{ ms: qtc, formula: null }];
    expect(deviceMeasurements).toEqual({
      ventricularRatePerMinute: rate,
      pMs: ['GE MUSE XML', 'Philips XML 1.03'].includes(format) ? null : p,
      prMs: pr,
      qrsMs: qrs,
      qtMs: qt,
      qtc: corrected,
      pAxisDegrees: pAxis,
      qrsAxisDegrees: qrsAxis,
      tAxisDegrees: tAxis,
    });
  });

  it.each(Object.entries(ROWS))('leaves the patient where he is: %s', async (_, { file }) => {
    const read = await readEcg([file]);
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|0815/);
  });

  it('marks the leads that are computed', async () => {
    expect((await readEcg([writeMuse(ecg)])).derivedLeads).toEqual(['III', 'aVR', 'aVL', 'aVF']);
    expect(await readEcg([writeCardioSoft(ecg)])).not.toHaveProperty('derivedLeads');
  });

  it('is told where its limb leads disagree', async () => {
    const swapped: Ecg = { ...ecg, leads: { ...ecg.leads, aVL: ecg.leads.aVR } };
    const { remarks } = await readEcg([writeSchiller(swapped)]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(/^The limb leads disagree by up to \d\.\d\d mV with Einthoven’s and Goldberger’s laws\.$/);
  });

  it('keeps what the device could not measure open', async () => {
    const edit = (xml: string) => xml.replace(/<PRInterval>\d+/, '<PRInterval>0').replace(/<PAxis>\d+/, '<PAxis>32767').replace(/<RAxis>-12/, '<RAxis>259');
    const { deviceMeasurements } = await readEcg([writeMuse(ecg, { edit })]);
    expect(deviceMeasurements).toMatchObject({ prMs: null, pAxisDegrees: null, qrsAxisDegrees: -101, qtMs: 402 });
    const none = (xml: string) => xml.replace(/<RestingECGMeasurements>[\s\S]*<\/RestingECGMeasurements>/, '');
    expect(await readEcg([writeMuse(ecg, { edit: none })])).not.toHaveProperty('deviceMeasurements');
  });

  it('takes no value that annotations of beats give differently', async () => {
    const more = '<annotation><code code="MDC_ECG_TIME_PD_QRS"/><value value="99" unit="ms"/></annotation></annotationSet>';
    const { deviceMeasurements } = await readEcg([writeAecg(ecg, { edit: (xml) => xml.replace('</annotationSet>', more) })]);
    expect(deviceMeasurements).toMatchObject({ qrsMs: null, prMs: 162 });
  });

  it('is known by its content, in every encoding and whatever it is called', async () => {
    const { bytes } = writeMuse(ecg, { name: 'ecg.txt' });
    const text = new TextDecoder().decode(bytes);
    const { leads } = await readEcg([{ name: 'ecg.txt', bytes }]);
    for (const encoding of ['utf16le', 'latin1'] as const) {
      const other = new Uint8Array(Buffer.from(encoding === 'latin1' ? text.replace('Mustermann', 'Müller') : text, encoding));
      expect((await readEcg([{ name: 'export', bytes: other }])).leads).toEqual(leads);
    }
    const bigEndian = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    expect((await readEcg([{ name: 'export', bytes: bigEndian }])).leads).toEqual(leads);
  });

  it('of almost ten seconds is read: some devices store 9.996 s', async () => {
    const almost = createSyntheticEcg({ seed: 2, seconds: 9.996 });
    expect((await readEcg([writeSchiller(almost)])).sampleCount).toBe(4998);
  });

  it('is read without the files beside it, which are named', async () => {
    const letter = { name: 'letter.pdf', bytes: new TextEncoder().encode('%PDF') };
    const { remarks } = await readEcg([letter, writeEli(ecg)]);
    expect(remarks).toEqual(['Not read, because eli.xml is a recording of its own: letter.pdf.']);
  });
});
