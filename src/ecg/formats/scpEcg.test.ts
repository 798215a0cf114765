import { describe, expect, it } from 'vitest';
import { INDEPENDENT_LEADS, WRITTEN_MEASUREMENTS } from '../../../tools/synthetic/deviceXml/writerOptions';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sealScp } from '../../../tools/synthetic/scp/packScp';
import { findFiducials } from '../../../tools/synthetic/scp/scpBeats';
import { u16, u32 } from '../../../tools/synthetic/scp/scpFields';
import { type ScpWriterOptions, writeScp } from '../../../tools/synthetic/scp/scpWriter';
import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7 });
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const DECIMATED = (factor: number) => `Outside the QRS complexes the file keeps one value for ${factor} samples; those between were interpolated.`;

const read = (options: ScpWriterOptions, source: Ecg = ecg) => readEcg([writeScp(source, options)]);

/** Changes bytes of a section's body in place. */
const patch = (id: number, at: number, bytes: readonly number[]) => (sections: Map<number, number[]>) =>
  sections.get(id)!.splice(at, bytes.length, ...bytes);

function largestErrorMv(actual: Ecg, expected: Ecg, leads: readonly LeadName[] = STANDARD_LEADS, from = 0): number {
  const errors = leads.map((lead) =>
    actual.leads[lead].reduce((most, sample, index) => Math.max(most, Math.abs(sample - expected.leads[lead][from + index]!)), 0),
  );
  return Math.max(...errors);
}

const ROWS: Readonly<Record<string, ScpWriterOptions>> = {
  'default Huffman table, second differences': {},
  'first differences': { differences: 1 },
  'no differences': { differences: 0 },
  'two Huffman tables of its own that switch to each other': { huffman: 'switching' },
  'the same with bare differences': { huffman: 'switching', differences: 1 },
  'bare samples without section 2': { huffman: 'none', differences: 0 },
  'bare second differences': { huffman: 'none' },
  'bare samples, section 2 without table': { huffman: 'none', differences: 0, edit: (sections) => sections.set(2, u16(0)) },
  'version 1.3 without mark': { protocolVersion: 13, hasMark: false },
  'version 3.0': { protocolVersion: 30 },
  'a reference beat subtracted': { subtracted: true },
  'a reference beat in finer steps': { subtracted: true, beatNanovoltsPerStep: 1000, nanovoltsPerStep: 4880 },
  'a reference beat, bare': { subtracted: true, huffman: 'none' },
  'bimodal compression of 1 to 1': { edit: patch(6, 5, [1]), subtracted: true },
};

describe('an SCP-ECG file', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, options) => {
    const { nanovoltsPerStep = 2500, protocolVersion = 20 } = options;
    for (const leadOrder of [INDEPENDENT_LEADS, STANDARD_LEADS.toReversed()]) {
      const isWhole = leadOrder.length === 12;
      const found = await read({ ...options, leadOrder });
      expect(found).toMatchObject({ samplingRateHz: 500, sampleCount: 5000, remarks: isWhole ? [] : [DERIVED] });
      expect(found.format).toBe(`SCP-ECG ${protocolVersion / 10}${protocolVersion % 10 === 0 ? '.0' : ''}`);
      expect(found.scale).toBe(`1 LSB = ${nanovoltsPerStep / 1000} µV, from the amplitude multiplier of section 6`);
      expect(found.derivedLeads ?? []).toEqual(isWhole ? [] : ['III', 'aVR', 'aVL', 'aVF']);
      // Half a step, and of a derived lead the rounding of two.
      expect(largestErrorMv(found, ecg, isWhole ? STANDARD_LEADS : INDEPENDENT_LEADS)).toBeLessThanOrEqual(nanovoltsPerStep / 2e6 + 1e-6);
      expect(largestErrorMv(found, ecg)).toBeLessThanOrEqual(nanovoltsPerStep / 1e6 + 1e-6);
    }
  });

  it.each([
    [2, false],
    [3, true],
    [4, true],
    [4, false],
  ])('with every %s samples between QRS complexes made one is exact around QRS and close elsewhere (beat subtracted: %s)', async (bimodalFactor, subtracted) => {
    const smooth = createSyntheticEcg({ seed: 4, noiseMv: 0, qrsSeconds: 0.09 });
    const found = await read({ bimodalFactor, subtracted, leadOrder: STANDARD_LEADS }, smooth);
    expect(found).toMatchObject({ samplingRateHz: 500, sampleCount: 5000, remarks: [DECIMATED(bimodalFactor)] });
    const around = findFiducials(smooth).flatMap((fiducial) => Array.from({ length: 71 }, (_, index) => fiducial - 35 + index));
    expect(around).toHaveLength(12 * 71);
    for (const lead of STANDARD_LEADS) {
      for (const index of around) {
        expect(Math.abs(found.leads[lead][index]! - smooth.leads[lead][index]!)).toBeLessThanOrEqual(0.00126);
      }
    }
    // A group across the border of a zone blurs the step that subtraction left there.
    expect(largestErrorMv(found, smooth)).toBeLessThan(subtracted ? 0.06 : 0.02);
  });

  it.each([
    [240, u16(4167)],
    [240, u16(4166)],
    [300, u16(3333)],
    [1000, u16(1000)],
  ])('of %s Hz is read at that rate, though its interval is in whole microseconds', async (samplingRateHz, interval) => {
    const other = createSyntheticEcg({ seed: 3, samplingRateHz });
    expect(await read({ edit: patch(6, 2, interval) }, other)).toMatchObject({ samplingRateHz, sampleCount: 10 * samplingRateHz });
  });

  it('of a rate that is no whole number is read at the rate that its interval gives', async () => {
    expect((await read({ edit: patch(6, 2, u16(2010)) })).samplingRateHz).toBe(497.512);
  });

  it.each<[string, ScpWriterOptions, number]>([
    ['the end is the last sample', { huffman: 'none', ranges: {} }, 4999],
    ['the end is the number of samples', { huffman: 'none', ranges: {} }, 5000],
    ['the end is the number of Huffman codes', {}, 5000],
  ])('that numbers samples from 0 is read: %s', async (_, options, end) => {
    const edit = (sections: Map<number, number[]>) => {
      INDEPENDENT_LEADS.forEach((_lead, index) => patch(3, 2 + 9 * index, [...u32(0), ...u32(end)])(sections));
    };
    const found = await read({ ...options, edit });
    expect(found.sampleCount).toBe(5000);
    expect(largestErrorMv(found, ecg, INDEPENDENT_LEADS)).toBeLessThanOrEqual(0.00126);
  });

  it('that numbers Huffman codes from 0 is read but for the last sample, which may be padding', async () => {
    const edit = (sections: Map<number, number[]>) => {
      INDEPENDENT_LEADS.forEach((_lead, index) => patch(3, 2 + 9 * index, [...u32(0), ...u32(4999)])(sections));
    };
    // Its code is one of the longest.
    const V1 = ecg.leads.V1.with(4999, 5);
    const found = await read({ edit }, { ...ecg, leads: { ...ecg.leads, V1 } });
    expect(found.sampleCount).toBe(4999);
    expect(largestErrorMv(found, ecg, INDEPENDENT_LEADS)).toBeLessThanOrEqual(0.00126);
  });

  it('leaves beats of another kind than the reference beat as they are', async () => {
    const { leads } = await read({ subtracted: true });
    const [, second] = findFiducials(ecg);
    const other = await read({ subtracted: true, edit: patch(4, 6 + 14, u16(1)) });
    expect(other.leads.II[second!]).not.toBeCloseTo(leads.II[second!]!, 1);
    expect(other.leads.II.subarray(0, second! - 101)).toEqual(leads.II.subarray(0, second! - 101));
  });

  it('of version 1.0, which tells no protected areas, keeps the zones of subtraction whole', async () => {
    const sparse = createSyntheticEcg({ seed: 4, heartRatePerMinute: 50, rrVariation: 0 });
    const zones = findFiducials(sparse).map((fiducial) => [fiducial - 99, fiducial + 200]);
    // The areas that the writer decimates by are those zones; the section ends before it would tell them.
    const found = await read({ bimodalFactor: 4, protectedZones: true, protocolVersion: 10 }, sparse);
    expect(found).toMatchObject({ format: 'SCP-ECG 1.0', sampleCount: 5000 });
    for (const index of zones.flatMap(([start, end]) => [start!, start! + 1, end! - 2])) {
      expect(Math.abs(found.leads.II[index]! - sparse.leads.II[index]!)).toBeLessThanOrEqual(0.00126);
    }
  });

  it('whose bare leads are too long for the field of their length is read', async () => {
    const long = createSyntheticEcg({ seed: 1, samplingRateHz: 1000, seconds: 40 });
    const found = await read({ huffman: 'none', differences: 0 }, long);
    expect(found.sampleCount).toBe(40_000);
    expect(largestErrorMv(found, long, INDEPENDENT_LEADS)).toBeLessThanOrEqual(0.00126);
  });

  it('whose leads do not begin together is cut to what all of them cover', async () => {
    const long = createSyntheticEcg({ seed: 5, seconds: 12 });
    const found = await read({ ranges: { II: [101, 6000], V3: [1, 5500] }, subtracted: true }, long);
    expect(found.sampleCount).toBe(5400);
    expect(found.remarks).toEqual([DERIVED, 'The leads do not begin and end together: read was what all of them cover, samples 101 to 5500.']);
    expect(largestErrorMv(found, long, INDEPENDENT_LEADS, 100)).toBeLessThanOrEqual(0.00126);
  });

  it('is told where it does not say that its leads were recorded together', async () => {
    expect((await read({ edit: patch(3, 1, [0]) })).remarks).toEqual([DERIVED, 'The file does not say that its leads were recorded at the same time.']);
    // Eight leads at a time are a whole ECG, even where twelve are stored.
    expect((await read({ leadOrder: STANDARD_LEADS, edit: patch(3, 1, [8 << 3]) })).remarks).toEqual([]);
  });

  it('names the leads that it holds beside the twelve', async () => {
    const edit = (sections: Map<number, number[]>) => {
      patch(3, 2 + 9 * 3 + 8, [65])(sections);
      patch(3, 2 + 9 * 5 + 8, [20])(sections);
    };
    const found = await read({ leadOrder: STANDARD_LEADS, edit });
    expect(found.derivedLeads).toEqual(['aVR', 'aVF']);
    expect(found.remarks.at(-1)).toBe('Signals beside the twelve leads were not read: “-aVR” and “SCP lead 20”.');
  });

  it('tells what the device measured', async () => {
    const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
    const axes = { pAxisDegrees: pAxis, qrsAxisDegrees: qrsAxis, tAxisDegrees: tAxis };
    const intervals = { pMs: p, prMs: pr, qrsMs: qrs, qtMs: qt };
    const { deviceMeasurements } = await read({});
    expect(deviceMeasurements).toEqual({ ventricularRatePerMinute: rate, ...intervals, qtc: [{ ms: qtc, formula: 'Bazett' }], ...axes });
    const other = await read({ edit: patch(7, 6 + 16 + 10 + 4 + 6, [2]) });
    expect(other.deviceMeasurements?.qtc).toEqual([{ ms: qtc, formula: 'Hodges' }]);
  });

  it('keeps open what the device could not measure', async () => {
    const edit = (sections: Map<number, number[]>) => {
      patch(7, 6, u16(29999))(sections);
      patch(7, 6 + 10, u16(999))(sections);
      patch(7, 6 + 16 + 10 + 4, u16(29999))(sections);
    };
    expect((await read({ edit })).deviceMeasurements).toMatchObject({ pMs: null, prMs: null, pAxisDegrees: null, ventricularRatePerMinute: null, qtMs: 402 });
    const short = (sections: Map<number, number[]>) => sections.set(7, sections.get(7)!.slice(0, 22));
    expect((await read({ edit: short })).deviceMeasurements).toMatchObject({ ventricularRatePerMinute: null, qtc: [], qtMs: 402 });
    expect(await read({ edit: (sections) => sections.set(7, []) })).not.toHaveProperty('deviceMeasurements');
    expect(await read({ protocolVersion: 11 })).not.toHaveProperty('deviceMeasurements');
  });

  it('leaves the patient where he is', async () => {
    expect(Buffer.from(writeScp(ecg).bytes).toString('latin1')).toContain('Mustermann');
    expect(JSON.stringify({ ...(await read({})), leads: null })).not.toMatch(/Mustermann|0815/);
  });

  it('is read with a remark where only parts beside the ECG were altered', async () => {
    const { name, bytes } = writeScp(ecg);
    bytes[Buffer.from(bytes).indexOf('Mustermann')] = 120;
    const found = await readEcg([{ name, bytes }]);
    expect(found.remarks).toEqual([
      DERIVED,
      'The checksum of the file is wrong, while those of the parts that hold the ECG are right: something else was altered.',
    ]);
    expect(found.deviceMeasurements?.qtMs).toBe(402);
  });

  it('is read without what the device measured where that was altered', async () => {
    const { name, bytes } = writeScp(ecg);
    bytes[bytes.length - 12]! ^= 1;
    expect(await readEcg([{ name, bytes }])).not.toHaveProperty('deviceMeasurements');
  });

  it('is read with a remark where checksums were never computed', async () => {
    expect((await read({ hasChecksums: false })).remarks).toEqual([DERIVED, 'The file gives the checksum 0 everywhere, so it cannot tell whether the samples are unaltered.']);
  });

  it('is read whatever follows it, and is known by content, not by name', async () => {
    const { bytes } = writeScp(ecg, { hasMark: false });
    const longer = new Uint8Array(bytes.length + 9);
    longer.set(bytes);
    const letter = { name: 'letter.pdf', bytes: new TextEncoder().encode('%PDF') };
    const found = await readEcg([letter, { name: 'export.dat', bytes: longer }]);
    expect(found.remarks).toEqual([DERIVED, 'Not read, because export.dat is a recording of its own: letter.pdf.']);
    expect(found.leads).toEqual((await read({})).leads);
  });

  it('is sealed by its writer as the reader expects', () => {
    const { bytes } = writeScp(ecg);
    const again = bytes.slice();
    sealScp(again);
    expect(again).toEqual(bytes);
  });
});
