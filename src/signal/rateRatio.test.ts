import { describe, expect, it } from 'vitest';
import { toRateRatio } from './rateRatio';

describe('toRateRatio', () => {
  it.each([
    [500, 100, 1, 5],
    [257, 100, 100, 257],
    [1000, 100, 1, 10],
    [100, 100, 1, 1],
    [360, 100, 5, 18],
    [240, 100, 5, 12],
    [999.5, 100, 200, 1999],
    [128, 100, 25, 32],
    [1_000_000, 100, 1, 10_000],
    [50, 100, 2, 1],
  ])('%s Hz to %s Hz is %s / %s', (fromHz, toHz, up, down) => {
    expect(toRateRatio(fromHz, toHz)).toEqual({ up, down });
  });

  it.each([499.9873, 256.41025641, 1000 / 3, 977.123456789])('comes within 1e-7 of %s Hz by small factors', (fromHz) => {
    const { up, down } = toRateRatio(fromHz, 100);
    expect(Math.abs((up / down) * (fromHz / 100) - 1)).toBeLessThanOrEqual(1e-7);
    expect(down).toBeLessThan(50_000);
  });

  it.each([0, -5, NaN, Infinity])('refuses %s Hz', (fromHz) => {
    expect(() => toRateRatio(fromHz, 100)).toThrow(RangeError);
  });
});
