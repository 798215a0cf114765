import { expect, it } from 'vitest';
import { findWaveEdge } from './waveEdge';

/** Velocity of a wave that rises in a straight line from sample 20.5 to 40, stays, and falls from 60 to 80.25. */
const velocity = Float64Array.from({ length: 100 }, (_, index) =>
  Math.max(0, Math.min(1, (index - 20.5) / 19.5, (80.25 - index) / 20.25)),
);
const options = { low: 0.1, high: 0.3, quiet: 5, reach: 6 };

it('follows the flanks down to stillness, between samples', () => {
  expect(findWaveEdge(velocity, 50, -1, { ...options, limit: 0 })).toBeCloseTo(20.5, 6);
  expect(findWaveEdge(velocity, 50, 1, { ...options, limit: 99 })).toBeCloseTo(80.25, 6);
});

it('follows a flank no farther than it may', () => {
  expect(findWaveEdge(velocity, 50, -1, { ...options, reach: 1, limit: 0 })).toBeCloseTo(20.5 + 1.95 - 1, 6);
});

it('has no answer where the wave does not end before the limit', () => {
  expect(findWaveEdge(velocity, 50, 1, { ...options, limit: 70 })).toBeUndefined();
});
