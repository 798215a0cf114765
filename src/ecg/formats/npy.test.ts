import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type NpyWriterOptions, writeNpy } from '../../../tools/synthetic/npy/npyWriter';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts, type StatedFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 500 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const MILLIVOLTS: StatedFacts = { samplingRateHz: 500, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS };
const MICROVOLTS: StatedFacts = { ...MILLIVOLTS, microvoltsPerUnit: 1 };

const ROWS: readonly (readonly [what: string, options: NpyWriterOptions, stated?: StatedFacts, errorMv?: number])[] = [
  ['64 bits of floating point, a lead a row', {}],
  ['32 bits, big endian', { type: '>f4' }],
  ['16 bits of floating point', { type: '<f2' }, MILLIVOLTS, 1e-3],
  ['16 bits of whole numbers', { type: '<i2', unitsPerMv: 1000 }, MICROVOLTS, 0.0005],
  ['32 bits, big endian, a lead a column', { type: '>i4', unitsPerMv: 1000, areColumns: true }, MICROVOLTS, 0.0005],
  ['64 bits of whole numbers', { type: '<i8', unitsPerMv: 1000 }, MICROVOLTS, 0.0005],
  ['a lead a column', { areColumns: true }],
  ['a lead a row in Fortran’s order', { isFortran: true }],
  ['a lead a column in Fortran’s order', { areColumns: true, isFortran: true }],
  ['dimensions of one before', { leadingOnes: 2 }],
  ['version 2', { version: 2 }],
  ['version 3', { version: 3, type: '<f4' }],
  ['eight leads', { leadOrder: EIGHT }, { ...MILLIVOLTS, leadOrder: EIGHT }],
  ['another order', { leadOrder: STANDARD_LEADS.toReversed() }, { ...MILLIVOLTS, leadOrder: STANDARD_LEADS.toReversed() }],
];

describe('a NumPy array', () => {
  const rows = ROWS.map(([what, options, stated = MILLIVOLTS, errorMv = 0]) => ({ what, options, stated, errorMv }));

  it.each(rows)('is read back as it was written: $what', async ({ options, stated, errorMv }) => {
    const read = await readEcg([writeNpy(ecg, options)], stated);
    expect(read).toMatchObject({ format: 'NumPy array', samplingRateHz: 500, sampleCount: 5000 });
    expect(read.scale).toBe(`1 unit = ${stated.microvoltsPerUnit} µV, from the unit of its numbers, as you stated`);
    expect(read.remarks.at(-1)).toMatch(/^Not in the file, but as you stated: the sampling rate of 500 Hz and the order of the leads \(/);
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(errorMv + 1e-6);
  });

  it('asks for rate, unit and order at once, and offers the order of PTB-XL first', async () => {
    const asked: unknown = await readEcg([writeNpy(ecg, { areColumns: true })]).catch((thrown: unknown) => thrown);
    expect(asked).toBeInstanceOf(NeedsFacts);
    const { message, missing } = asked as NeedsFacts;
    expect(message).toBe('ecg.npy does not say at what rate it was sampled, in what unit its numbers are and in which order its leads stand.');
    expect(missing).toMatchObject([
      { fact: 'samplingRateHz', sampleCount: 5000 },
      { fact: 'microvoltsPerUnit', inferred: { microvoltsPerUnit: 1000 } },
      { fact: 'leadOrder', leadCount: 12 },
    ]);
    expect(missing[2]).toHaveProperty('offers.0.leads', STANDARD_LEADS);
  });

  it('tells samples that are not a number', async () => {
    const gap = { ...ecg, leads: { ...ecg.leads, V2: ecg.leads.V2.map((sample, index) => (index === 3 ? NaN : sample)) } };
    const read = await readEcg([writeNpy(gap)], MILLIVOLTS);
    expect(read.remarks).toContain('Samples that the file marks as missing: 1 in V2.');
    expect(read.leads.V2[3]).toBeNaN();
  });

  it('is known by its content', async () => {
    const read = await readEcg([writeNpy(ecg, { name: 'ecg.dat' })], MILLIVOLTS);
    expect(read.format).toBe('NumPy array');
  });
});
