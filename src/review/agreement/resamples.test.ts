import { describe, expect, it } from 'vitest';
import { drawResamples } from './resamples';

describe('resamples', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawResamples(30, 7)).toEqual(drawResamples(30, 7));
    expect(drawResamples(30, 7).draws).not.toEqual(drawResamples(30, 8).draws);
  });

  it('stay what they were in earlier reports', () => {
    expect(Array.from(drawResamples(5, 2026, 3).draws)).toEqual([1, 3, 1, 0, 0, 1, 0, 4, 0, 0, 3, 0, 1, 0, 1]);
  });

  it('draw as many units as there are, each as likely as the others', () => {
    const { draws, resampleCount } = drawResamples(8, 1, 2000);
    const drawn = Array.from({ length: 8 }, () => 0);
    for (let resample = 0; resample < resampleCount; resample++) {
      const row = draws.subarray(resample * 8, resample * 8 + 8);
      expect(row.reduce((sum, times) => sum + times, 0)).toBe(8);
      row.forEach((times, unit) => (drawn[unit]! += times));
    }
    // Chi-squared with 7 degrees of freedom: beyond 24.3 once in a thousand.
    expect(drawn.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(24.3);
  });

  it.each([-1, 1.5, 65_536])('are refused of %s units', (unitCount) => {
    expect(() => drawResamples(unitCount, 1)).toThrow(RangeError);
  });
});
