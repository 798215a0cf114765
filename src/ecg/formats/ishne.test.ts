import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type IshneWriterOptions, writeIshne } from '../../../tools/synthetic/ishne/ishneWriter';
import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { mapLeads } from '../mapLeads';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const LEAD_CODES_AT = 158;

function largestErrorMv(actual: Ecg, expected: Ecg): number {
  const errors = STANDARD_LEADS.map((lead) => {
    const wanted = expected.leads[lead];
    return actual.leads[lead].reduce((most, sample, index) => Math.max(most, Math.abs(sample - wanted[index]!)), 0);
  });
  return Math.max(...errors);
}

interface Row {
  readonly options: IshneWriterOptions;
  readonly scale?: string;
  readonly stepUv?: number;
  readonly remarks?: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'twelve leads': { options: {} },
  'twelve leads in another order': { options: { leadOrder: STANDARD_LEADS.toReversed() } },
  'eight leads': { options: { leadOrder: EIGHT }, stepUv: 2, remarks: [DERIVED] },
  'samples of all leads counted': { options: { sampleCount: 12 * 3000 } },
  'samples not counted': { options: { sampleCount: -9 }, remarks: ['The file does not say how long it is; all of it was read.'] },
  'a variable block': { options: { variableBlock: 'Recorded at home; odd' } },
  'coarser steps': {
    options: { nanovoltsPerStep: STANDARD_LEADS.map(() => 5000) },
    scale: '1 LSB = 5 µV, from the resolution of the lead',
    stepUv: 5,
  },
  'steps of their own in each lead': {
    options: { nanovoltsPerStep: [2500, 2500, 2500, 2500, 2500, 2500, 312, 312, 312, 312, 312, 312] },
    scale:
      '1 LSB = 2.5 µV (I, II, III, aVR, aVL and aVF); 1 LSB = 0.312 µV (V1, V2, V3, V4, V5 and V6), from the resolution of the lead',
    stepUv: 2.5,
  },
  'complaints of the recorder': {
    options: { qualities: [1, 2, 0, -9, 3, 1, 4, 5] },
    remarks: [
      'The recorder noted: noise at times in II, frequent noise in aVL, disconnected at times in V1 and frequently disconnected in V2.',
    ],
  },
  'no checksum': {
    options: { checksum: 0 },
    remarks: ['The header carries no checksum, so it cannot tell whether it is unaltered.'],
  },
};

describe('an ISHNE file', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, row) => {
    const { options, scale = '1 LSB = 1 µV, from the resolution of the lead', stepUv = 1, remarks = [] } = row;
    const read = await readEcg([writeIshne(ecg, options)]);
    expect(read).toMatchObject({ format: 'ISHNE', scale, remarks, samplingRateHz: 300, sampleCount: 3000 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(stepUv / 2000 + 1e-6);
  });

  it('is known by its content, and leaves the patient where he is', async () => {
    const read = await readEcg([writeIshne(ecg, { name: 'holter.dat', variableBlock: 'Mustermann' })]);
    expect(read.format).toBe('ISHNE');
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|Erika|0815/);
  });

  it('may hold other leads beside the standard ones', async () => {
    const leadOrder: readonly LeadName[] = [...EIGHT, 'III', 'aVR', 'aVL', 'aVF'];
    const patches = Object.fromEntries([3, 17, 19, 42].map((code, index) => [LEAD_CODES_AT + 2 * (8 + index), code]));
    const read = await readEcg([writeIshne(ecg, { leadOrder, patches })]);
    expect(read.remarks).toEqual([DERIVED, 'Signals beside the twelve leads were not read: “Y”, “ES”, “AI” and “lead of code 42”.']);
  });

  it('that is cut off is read as far as it goes, where its count is of all leads or of more than it holds', async () => {
    const { name, bytes } = writeIshne(createSyntheticEcg({ seed: 7, samplingRateHz: 300, seconds: 140 }), { sampleCount: 140 * 300 * 12 });
    const read = await readEcg([{ name, bytes: bytes.slice(0, 522 + 24 * 3210 + 13) }]);
    expect(read.sampleCount).toBe(3210);
    expect(read.remarks).toEqual(['The file is cut off: it announces 504000 samples and holds 3210 of each of 12 leads.']);
  });

  it('of many hours is read in its first 2^19 samples, in the steps of every lead', async () => {
    const sampleCount = 2 ** 19 + 60_000;
    const ramp = (lead: number) => Float32Array.from({ length: sampleCount }, (_, index) => ((index * (lead + 3)) % 5000) / 1000);
    const leads = mapLeads((_, index) => ramp(index));
    const read = await readEcg([writeIshne({ ...ecg, samplingRateHz: 200, sampleCount, leads }, { leadOrder: EIGHT })]);
    expect(read.sampleCount).toBe(2 ** 19);
    expect(read.remarks).toContain('The recording is 48 min long; its first 43 min were read.');
    for (const lead of EIGHT) expect(read.leads[lead].at(-1)).toBeCloseTo(leads[lead][2 ** 19 - 1]!, 5);
  });
});
