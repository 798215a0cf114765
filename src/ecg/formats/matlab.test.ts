import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type MatValue, toMatMatrix, transpose, writeMat4, writeMat5 } from '../../../tools/synthetic/mat/matWriter';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { mapLeads } from '../mapLeads';
import type { StatedFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 500 });
const MILLIVOLTS: StatedFacts = { samplingRateHz: 500, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS };
const matrix = toMatMatrix(ecg);
const microvolts = { ...toMatMatrix(ecg, 1000), storedAs: 'int16' } as const;
const TOLD: Readonly<Record<string, MatValue>> = { fs: 500, units: 'mV', leads: [...STANDARD_LEADS] };
const byLead: Readonly<Record<string, MatValue>> = mapLeads((lead) => ({ rows: [ecg.leads[lead]] }));

const STATED: readonly (readonly [what: string, file: EcgFile, stated?: StatedFacts, errorMv?: number])[] = [
  ['level 4, doubles', writeMat4({ val: matrix })],
  ['level 4, 16 bits', writeMat4({ val: microvolts }), { ...MILLIVOLTS, microvoltsPerUnit: 1 }, 0.0005],
  ['level 4, single, a lead a column', writeMat4({ x: transpose({ ...matrix, storedAs: 'single' }) })],
  ['level 5, compressed', writeMat5({ val: matrix })],
  ['level 5, not compressed', writeMat5({ val: matrix }, { isCompressed: false })],
  ['level 5, 16 bits, a lead a column', writeMat5({ x: transpose(microvolts) }), { ...MILLIVOLTS, microvoltsPerUnit: 1 }, 0.0005],
  ['level 5, in a structure with sex and age', writeMat5({ ECG: { sex: 'Male', age: 63, data: matrix } })],
];

const SAID: readonly (readonly [what: string, file: EcgFile])[] = [
  ['level 5, with rate, unit and names beside it', writeMat5({ signal: matrix, ...TOLD })],
  ['level 5, with the same in a structure', writeMat5({ ecg: { signal: transpose(matrix), ...TOLD } })],
  ['level 5, with the same in a header', writeMat5({ header: TOLD, signal: matrix })],
  ['level 5, a vector a lead', writeMat5({ ...byLead, fs: 500, unit: 'mV' })],
  ['level 5, a structure of vectors', writeMat5({ fs: 500, unit: 'mV', leads: byLead })],
];

describe('a MATLAB file', () => {
  const rows = STATED.map(([what, file, stated = MILLIVOLTS, errorMv = 0]) => ({ what, file, stated, errorMv }));

  it.each(rows)('is read back once what it does not say is stated: $what', async ({ file, stated, errorMv }) => {
    const read = await readEcg([file], stated);
    expect(read).toMatchObject({ samplingRateHz: 500, sampleCount: 5000 });
    expect(read.format).toMatch(/^MATLAB file \(level [45]\)$/);
    expect(read.scale).toBe(`1 unit = ${stated.microvoltsPerUnit} µV, from the unit of its numbers, as you stated`);
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(errorMv + 1e-6);
  });

  it.each(SAID)('is read back by what it says: %s', async (_, file) => {
    const read = await readEcg([file]);
    expect(read).toMatchObject({ samplingRateHz: 500, scale: '1 unit = 1000 µV, from the unit that the file gives', remarks: [] });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(1e-6);
  });

  it('of level 4 may say its rate and unit', async () => {
    const read = await readEcg([writeMat4({ Fs: 500, units: 'mV', signal: matrix })], { leadOrder: STANDARD_LEADS });
    expect(read).toMatchObject({ samplingRateHz: 500, scale: '1 unit = 1000 µV, from the unit that the file gives' });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(1e-6);
  });

  it('with its header is a WFDB record, which needs nothing stated', async () => {
    const { files } = writeWfdbRecord(ecg, { container: 'mat' });
    expect((await readEcg(files)).format).toBe('WFDB (format 16, MATLAB file)');
    expect((await readEcg(files.toReversed())).format).toBe('WFDB (format 16, MATLAB file)');
  });
});
