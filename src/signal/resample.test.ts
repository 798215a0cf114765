import { describe, expect, it } from 'vitest';
import { largestDifference, scipyFixtures, testWave } from './fixtures/scipyFixtures';
import { resample } from './resample';

const TOLERANCE = 1e-9;

describe('resample', () => {
  it.each(scipyFixtures.resample)('equals SciPy by $up / $down', ({ rateHz, count, up, down, output }) => {
    const input = testWave(count, rateHz);
    expect(largestDifference(resample(input, up, down), output)).toBeLessThan(TOLERANCE);
    expect(largestDifference(resample(input, 3 * up, 3 * down), output)).toBeLessThan(TOLERANCE);
  });

  it('is compared closely enough: a filter one tap late, or a rate off by one part in 257, fails', () => {
    const { rateHz, count, up, down, output } = scipyFixtures.resample[0]!;
    const input = testWave(count, rateHz);
    const late = resample(testWave(count + 1, rateHz).subarray(1), up, down);
    expect(largestDifference(late, output)).toBeGreaterThan(1000 * TOLERANCE);
    const offRate = resample(input, 100, 256).subarray(0, output.length);
    expect(largestDifference(offRate, output)).toBeGreaterThan(1000 * TOLERANCE);
  });

  it('copies a lead that already has the rate', () => {
    const input = testWave(20, 100);
    const output = resample(input, 4, 4);
    expect(output).toEqual(input);
    expect(output).not.toBe(input);
  });

  it('lets a missing sample spread only as far as the filter reaches', () => {
    const input = testWave(2500, 500);
    input[1250] = NaN;
    const missing = Array.from(resample(input, 1, 5)).flatMap((sample, index) => (Number.isNaN(sample) ? [index] : []));
    expect(missing).toEqual(Array.from({ length: 21 }, (_, index) => 240 + index));
  });

  it.each([
    [0, 5],
    [1, 0],
    [1.5, 2],
    [-1, 2],
    [NaN, 1],
  ])('refuses the factor %s / %s', (up, down) => {
    expect(() => resample([1, 2, 3], up, down)).toThrow(RangeError);
  });

  it('gives nothing for nothing', () => {
    expect(resample([], 1, 5)).toHaveLength(0);
  });
});
