import { describe, expect, it } from 'vitest';
import { agreementFixtures } from '../fixtures/agreementFixtures';
import { exactMcNemarP } from './mcNemar';

describe('the exact McNemar test', () => {
  it.each(agreementFixtures.mcNemar)('equals statsmodels and SciPy: $oneWay to $otherWay', ({ oneWay, otherWay, p, binomialP }) => {
    for (const reference of [p, binomialP]) {
      expect(exactMcNemarP(oneWay, otherWay) / reference).toBeCloseTo(1, 9);
      expect(exactMcNemarP(otherWay, oneWay) / reference).toBeCloseTo(1, 9);
    }
  });

  it.each([-1, 0.5, NaN])('refuses %s as a number of changes', (count) => {
    expect(() => exactMcNemarP(3, count)).toThrow(RangeError);
  });
});
