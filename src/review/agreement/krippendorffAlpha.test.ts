import { describe, expect, it } from 'vitest';
import { agreementFixtures, DIGITS, fourObservers } from '../fixtures/agreementFixtures';
import { estimate } from './additiveStatistic';
import { type AlphaMetric, createKrippendorffAlpha } from './krippendorffAlpha';

const METRICS: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval'];

describe("Krippendorff's alpha", () => {
  // Values to three digits: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is that of the published example of four observers, %s', (metric, published) => {
    const alpha = createKrippendorffAlpha(fourObservers, metric);
    expect(estimate(alpha).value).toBeCloseTo(published, 3);
    expect(alpha).toMatchObject({ unitCount: 12, usedUnitCount: 11 });
  });

  describe.each(METRICS)('equals the package krippendorff, %s', (metric) => {
    it.each(agreementFixtures.alpha)('$name', ({ scores, [metric]: expected }) => {
      const { value } = estimate(createKrippendorffAlpha(scores, metric));
      if (expected === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(expected, DIGITS);
    });
  });

  it.each(METRICS)('says why it has no value, %s', (metric) => {
    const reasonOf = (scores: (number | null)[][]) => estimate(createKrippendorffAlpha(scores, metric)).reason;
    expect(reasonOf([])).toBe('noPairs');
    expect(reasonOf([[null, null], [null, null]])).toBe('noPairs');
    expect(reasonOf([[1, null], [null, 2]])).toBe('noPairs');
    expect(reasonOf([[4, 4], [4, 4]])).toBe('noVariation');
    expect(reasonOf([[4, 4, null], [4, 4, null], [null, null, 5]])).toBe('noVariation');
  });

  it('does not change with the order of units and readers, nor, ordinal, with how far apart the values are', () => {
    const valueOf = (scores: (number | null)[][]) => estimate(createKrippendorffAlpha(scores, 'ordinal')).value;
    const rows = fourObservers.map((row) => [...row]);
    const known = valueOf(rows)!;
    expect(valueOf(rows.toReversed().map((row) => row.toReversed()))).toBeCloseTo(known, DIGITS);
    expect(valueOf(rows.map((row) => row.map((value) => (value === null ? null : value ** 3))))).toBeCloseTo(known, DIGITS);
  });

  it('refuses what is no table of scores', () => {
    expect(() => createKrippendorffAlpha([[1, 2], [3]], 'nominal')).toThrow('Unit 1 has 1 columns; the first has 2.');
    expect(() => createKrippendorffAlpha([[1, NaN]], 'nominal')).toThrow('Unit 0 has the score NaN.');
  });
});
