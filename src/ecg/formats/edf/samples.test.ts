import { expect, it } from 'vitest';
import { writeEdf } from '../../../../tools/synthetic/edf/edfWriter';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { toEdfHeader } from './header';
import { toEdfSamples } from './samples';

it.each([
  [0, 100],
  [130, 60],
  [130, 70],
  [130, 71],
  [199, 502],
  [999, 1],
])('gives samples from %i on, %i of them, as they stand among all', (first, count) => {
  const file = writeEdf(createSyntheticEcg({ seed: 7, samplingRateHz: 100 }));
  const header = toEdfHeader(file);
  const records = file.bytes.subarray(header.headerBytes);
  const all = toEdfSamples(records, header, header.signals[4]!, { first: 0, count: 1000 });
  expect(toEdfSamples(records, header, header.signals[4]!, { first, count })).toEqual(all.slice(first, first + count));
});
