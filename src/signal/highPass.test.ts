import { describe, expect, it } from 'vitest';
import { largestDifference, scipyFixtures, testWave } from './fixtures/scipyFixtures';
import { highPass } from './highPass';

const TOLERANCE = 1e-9;

describe('highPass', () => {
  it.each(scipyFixtures.highPass)('equals SciPy at $rateHz Hz, $count samples, cutoff $cutoffHz Hz', (fixture) => {
    const { rateHz, count, cutoffHz, output } = fixture;
    expect(largestDifference(highPass(testWave(count, rateHz), cutoffHz, rateHz), output)).toBeLessThan(TOLERANCE);
  });

  it('is compared closely enough: a cutoff off by 0.1 %, a sample off by 1 µV or passes in the other order fail', () => {
    const { rateHz, count, cutoffHz, output } = scipyFixtures.highPass[0]!;
    const input = testWave(count, rateHz);
    expect(largestDifference(highPass(input, cutoffHz * 1.001, rateHz), output)).toBeGreaterThan(1000 * TOLERANCE);
    const touched = Float64Array.from(input);
    touched[0]! += 0.001;
    expect(largestDifference(highPass(touched, cutoffHz, rateHz), output)).toBeGreaterThan(1000 * TOLERANCE);
    const backward = highPass(input.toReversed(), cutoffHz, rateHz).toReversed();
    expect(largestDifference(backward, output)).toBeGreaterThan(1000 * TOLERANCE);
  });

  it('removes an offset, and leaves half of a sine at the cutoff', () => {
    expect(largestDifference(highPass(new Float64Array(50).fill(3), 0.5, 100), new Float64Array(50))).toBe(0);
    const sine = Float64Array.from({ length: 6000 }, (_, index) => Math.sin((2 * Math.PI * 0.5 * index) / 100));
    const filtered = highPass(sine, 0.5, 100);
    const half = sine.map((sample) => sample / 2);
    expect(largestDifference(filtered.subarray(2000, 4000), half.subarray(2000, 4000))).toBeLessThan(1e-6);
  });

  it('turns a lead with a missing sample into missing samples', () => {
    const input = testWave(50, 100);
    input[20] = NaN;
    expect(highPass(input, 0.5, 100).every(Number.isNaN)).toBe(true);
  });

  it('refuses too few samples and an impossible cutoff', () => {
    expect(() => highPass(testWave(6, 100), 0.5, 100)).toThrow('6 samples are too few to filter.');
    expect(() => highPass(testWave(100, 100), 50, 100)).toThrow(RangeError);
    expect(() => highPass(testWave(100, 100), 0, 100)).toThrow(RangeError);
    expect(() => highPass(testWave(100, 100), 0.5, NaN)).toThrow(RangeError);
  });
});
