import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type JsonShape, type JsonWriterOptions, writeJson } from '../../../tools/synthetic/json/jsonWriter';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 200 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const FINE = 'Sampled at 200 Hz: fine detail such as notches and pacing spikes may be lost.';
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const GIVEN = '1 unit = 1000 µV, from the unit that the file gives';
const STATED = '1 unit = 1000 µV, from the unit of its numbers, as you stated';

const SHAPES: readonly JsonShape[] = ['lead object', 'leads at the root', 'objects by lead', 'list of leads', 'rows with names', 'columns with names'];
const BARE_SHAPES: readonly (readonly [JsonShape, isOrdered: boolean])[] = [
  ['moments', true],
  ['split table', true],
  ['indexed columns', true],
  ['rows alone', false],
];

const VARIANTS: Readonly<Record<string, JsonWriterOptions & { readonly scale?: string; readonly remarks?: readonly string[] }>> = {
  'eight leads': { leadOrder: EIGHT, remarks: [DERIVED] },
  'leads in another order': { shape: 'columns with names', leadOrder: STANDARD_LEADS.toReversed() },
  microvolts: { unitsPerMv: 1000, facts: { samplingRate: 200, units: 'uV' }, scale: '1 unit = 1 µV, from the unit that the file gives' },
  'a rate in words': { facts: { sampling_rate: '200 Hz', unit: 'mV' } },
  'a rate in hertz by its key': { facts: { samplingRateHz: 200, units: 'millivolt' } },
  'a frequency in a header': { facts: { header: { frequency: 200 }, unit: 'mV' } },
  'a unit of each lead': { shape: 'rows with names', facts: { fs: 200, units: STANDARD_LEADS.map(() => 'mV') } },
  'the same rate twice': { facts: { fs: 200, sampling_frequency: 200, unit: 'mV' } },
  'a frequency of something else': { facts: { fs: 200, unit: 'mV', filter: { frequency: 50 } } },
  'a table of something else': { facts: { fs: 200, unit: 'mV', beats: [[1, 2], [3, 4]] } },
};

describe('an ECG in JSON', () => {
  it.each(SHAPES)('is read back as it was written: %s', async (shape) => {
    const read = await readEcg([writeJson(ecg, { shape })]);
    expect(read).toMatchObject({ format: 'JSON', scale: GIVEN, remarks: [FINE], samplingRateHz: 200, sampleCount: 2000 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it.each(BARE_SHAPES)('that does not say what it needs is read once it is stated: %s', async (shape, isOrdered) => {
    const file = writeJson(ecg, { shape });
    const asked: unknown = await readEcg([file]).catch((thrown: unknown) => thrown);
    expect(asked).toBeInstanceOf(NeedsFacts);
    expect((asked as NeedsFacts).missing.map(({ fact }) => fact)).toEqual(['samplingRateHz', 'microvoltsPerUnit', ...(isOrdered ? [] : ['leadOrder'])]);
    const read = await readEcg([file], { samplingRateHz: 200, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS });
    const order = isOrdered ? '' : ` and the order of the leads (${STANDARD_LEADS.join(', ')})`;
    expect(read).toMatchObject({ scale: STATED, remarks: [FINE, `Not in the file, but as you stated: the sampling rate of 200 Hz${order}.`] });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it.each(Object.entries(VARIANTS))('is read back as it was written: %s', async (_, { scale = GIVEN, remarks = [], ...options }) => {
    const read = await readEcg([writeJson(ecg, options)]);
    expect(read).toMatchObject({ scale, remarks: [FINE, ...remarks], samplingRateHz: 200 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.001 + 1e-6);
  });

  it.each([
    ['a gain beside the unit', { fs: 200, unit: 'mV', gain: 1000 }],
    ['a word that is no unit', { fs: 200, unit: 'adu' }],
    ['no unit', { fs: 200 }],
  ])('asks for the unit where there is %s', async (_, facts) => {
    const asked: unknown = await readEcg([writeJson(ecg, { facts })]).catch((thrown: unknown) => thrown);
    expect(asked).toBeInstanceOf(NeedsFacts);
    expect((asked as NeedsFacts).message).toBe('ecg.json does not say in what unit its numbers are.');
  });

  it.each(['null', 'NaN'])('tells samples that are missing, written as %s', async (gap) => {
    const edit = (text: string) => text.replace(/("V2":\[[^,]*,)[^,]*,/, `$1${gap},`);
    const read = await readEcg([writeJson(ecg, { edit })]);
    expect(read.remarks).toEqual([FINE, 'Samples that the file marks as missing: 1 in V2.']);
    expect(read.leads.V2[1]).toBeNaN();
    expect(read.leads.V2[2]).toBeCloseTo(ecg.leads.V2[2]!, 3);
  });

  it('is known by its content, and leaves the patient where he is', async () => {
    const read = await readEcg([writeJson(ecg, { name: 'export.txt' })]);
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|Erika/);
  });

  it('is never overruled in what it says itself', async () => {
    const read = await readEcg([writeJson(ecg)], { samplingRateHz: 1000, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS.toReversed() });
    expect(read).toMatchObject({ scale: GIVEN, samplingRateHz: 200 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });
});
