import { describe, expect, it } from 'vitest';
import { agreementFixtures } from '../fixtures/agreementFixtures';
import { quantile } from './quantile';

const { values, shares, expected } = agreementFixtures.quantiles;

describe('a quantile', () => {
  it.each(shares.map((share, place) => [share, expected[place]!]))("at %s equals NumPy's", (share, reference) => {
    expect(quantile(values, share)).toBeCloseTo(reference, 10);
  });

  it('of one value is that value', () => expect(quantile([3], 0.975)).toBe(3));

  it('is not given of nothing, nor out of range', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, 2], 1.01)).toThrow(RangeError);
    expect(() => quantile([1, 2], NaN)).toThrow(RangeError);
  });
});
