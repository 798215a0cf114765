import { expect, it } from 'vitest';
import { findBestStart } from './bestWindow';
import type { Overview } from './overview';

function overview(stepSeconds: number, quality: readonly number[]): Overview {
  const windows = { seconds: 10, stepSeconds, quality: Float32Array.from(quality), stepQuality: new Float32Array(1) };
  return { lead: 'II', durationSeconds: 10 + stepSeconds * quality.length, minMv: new Float32Array(1), maxMv: new Float32Array(1), windows };
}

it.each([
  ['the best', 1, [0.2, 0.4, 0.9, 0.5], 2],
  ['the earliest of those that are as good', 5, [0.2, 0.92, 0.9, 0.95], 5],
  ['the start of a recording that is good throughout', 1, [0.97, 1, 0.96], 0],
  ['one without missing samples', 1, [NaN, NaN, 0.1], 2],
  ['the start where samples are missing everywhere', 1, [NaN, NaN], 0],
])('is %s', (_, stepSeconds, quality, start) => {
  expect(findBestStart(overview(stepSeconds, quality))).toBe(start);
});
