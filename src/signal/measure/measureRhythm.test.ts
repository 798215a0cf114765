import { expect, it } from 'vitest';
import type { FoundBeat } from './findBeats';
import type { Measured } from './measured';
import { measureRhythm } from './measureRhythm';

const beatAt = (seconds: number, other: Partial<FoundBeat> = {}): FoundBeat => ({
  seconds,
  form: 'dominant',
  correlation: 1,
  isPaced: false,
  isEarly: false,
  rejection: null,
  ...other,
});
const valueOf = (measured: Measured): number => (measured.status === 'measured' ? measured.value : Number.NaN);

it('measures rate and variability of RR intervals of 800, 900, 1000 and 900 ms', () => {
  const beats = [0, 0.8, 1.7, 2.7, 3.6].map((seconds) => beatAt(seconds));
  const rhythm = measureRhythm(beats, 500);
  expect(valueOf(rhythm.meanRrMs)).toBeCloseTo(900, 9);
  expect(valueOf(rhythm.heartRatePerMinute)).toBeCloseTo(60_000 / 900, 9);
  expect(valueOf(rhythm.shortestRrMs)).toBeCloseTo(800, 9);
  expect(valueOf(rhythm.longestRrMs)).toBeCloseTo(1000, 9);
  expect(valueOf(rhythm.sdnnMs)).toBeCloseTo(Math.sqrt(20_000 / 3), 9);
  expect(valueOf(rhythm.rmssdMs)).toBeCloseTo(100, 9);
  expect(valueOf(rhythm.irregularity)).toBeCloseTo(1 / 9, 9);
});

it.each([
  ['comes early', { isEarly: true }],
  ['has another form', { form: 'other' }],
] as const)('leaves the intervals beside a beat that %s out of the variability, not out of the rate', (_, other) => {
  const beats = [0, 1, 2, 3, 3.6, 5, 6, 7, 8].map((seconds) => beatAt(seconds, seconds === 3.6 ? other : {}));
  const { heartRatePerMinute, sdnnMs, rmssdMs } = measureRhythm(beats, 500);
  expect(valueOf(heartRatePerMinute)).toBeCloseTo(60, 9);
  expect(valueOf(sdnnMs)).toBeCloseTo(0, 9);
  expect(valueOf(rmssdMs)).toBeCloseTo(0, 9);
});
