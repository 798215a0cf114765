import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { toExcerpt } from '../ecg/excerpt';
import { toMemorySource } from '../ecg/memorySource';
import { lastStartSeconds, readWindow } from './readWindow';

const ecg = createSyntheticEcg({ seed: 8, samplingRateHz: 257, seconds: 12.5 });
const source = toMemorySource(ecg);

it.each([
  [0, 0],
  [1.7, 437],
  // The nearest ten seconds that are inside.
  [-3, 0],
  [100, ecg.sampleCount - 2570],
])('reads the ten seconds from %d s on', async (start, first) => {
  expect(await readWindow(source, start)).toEqual(toExcerpt(ecg, first, 2570));
});

it('tells how late ten seconds can start', () => {
  expect([lastStartSeconds(38), lastStartSeconds(12.5), lastStartSeconds(10), lastStartSeconds(9.996)]).toEqual([28, 2.5, 0, 0]);
});
