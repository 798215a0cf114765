import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { toExcerpt } from './excerpt';
import { STANDARD_LEADS } from './lead';
import { toMemorySource } from './memorySource';

const ecg = { ...createSyntheticEcg({ seed: 3, samplingRateHz: 100, seconds: 13 }), remarks: ['a remark'] };

it('cuts a stretch out of all leads and keeps what is known of the recording', () => {
  const excerpt = toExcerpt(ecg, 250, 1000);
  expect(excerpt).toMatchObject({ samplingRateHz: 100, sampleCount: 1000, scale: ecg.scale, remarks: ['a remark'] });
  for (const lead of STANDARD_LEADS) expect(excerpt.leads[lead]).toEqual(ecg.leads[lead].subarray(250, 1250));
});

it('copies the samples, so that the long recording can be forgotten, and gives all of an ECG as it is', () => {
  expect(toExcerpt(ecg, 0, 1000).leads.II.buffer).not.toBe(ecg.leads.II.buffer);
  expect(toExcerpt(ecg, 0, 1300)).toBe(ecg);
});

it.each([
  [-1, 10],
  [0, 1301],
  [300, 1001],
  [0, 0],
  [0.5, 10],
])('refuses %d samples and %d, which are not inside', (first, count) => {
  expect(() => toExcerpt(ecg, first, count)).toThrow(RangeError);
});

it('reads a recording in memory in parts', async () => {
  const source = toMemorySource(ecg);
  expect(source).toMatchObject({ samplingRateHz: 100, sampleCount: 1300 });
  expect(await source.readExcerpt(300, 1000)).toEqual(toExcerpt(ecg, 300, 1000));
  await expect(source.readExcerpt(301, 1000)).rejects.toThrow(RangeError);
});
