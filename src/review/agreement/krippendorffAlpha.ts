import type { AdditiveStatistic, Estimate } from './additiveStatistic';
import { requireScoreTable, type ScoreTable } from './scoreTable';

/** How the distance of two values is measured: any two alike, by what lies between them in rank, or by difference. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: α = 1 − D_o / D_e, observed by expected disagreement, for any number of readers and missing
 * values. 1 is perfect agreement, 0 what chance gives; it is negative where readers agree less than by chance.
 *
 * From the coincidences o_ck (each unit with m values adds its ordered pairs of values, each pair 1 / (m − 1)), their
 * marginals n_c and n = Σ n_c: α = 1 − (n − 1) Σ o_ck δ_ck / Σ n_c n_k δ_ck over c < k. The distance δ is 1 (nominal),
 * (c − k)² (interval), or the square of the values from the middle of c to the middle of k (ordinal), which is that
 * of their mid-ranks among all pairable values. Used units are those with at least two values.
 *
 * Undefined: `noPairs` where no unit has two values, `noVariation` where all pairable values are the same.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania 2011; Content
 * Analysis, 4th ed., Sage 2018, chapter 12.
 *
 * @throws RangeError when the rows differ in length or a value is not finite.
 */
export function createKrippendorffAlpha(scores: ScoreTable, metric: AlphaMetric): AdditiveStatistic {
  requireScoreTable(scores);
  const values = [...new Set(scores.flat().filter((value) => value !== null))].sort((a, b) => a - b);
  const places = new Map(values.map((value, place) => [value, place]));
  const width = (values.length * (values.length + 1)) / 2;
  const addends = new Float64Array(scores.length * width);
  let usedUnitCount = 0;
  for (const [unit, row] of scores.entries()) {
    const counts = new Float64Array(values.length);
    for (const value of row) if (value !== null) counts[places.get(value)!]++;
    const count = counts.reduce((sum, own) => sum + own, 0);
    if (count < 2) continue;
    usedUnitCount++;
    forEachPair(values.length, (one, other, column) => {
      const pairs = one === other ? counts[one]! * (counts[one]! - 1) : counts[one]! * counts[other]!;
      addends[unit * width + column] = pairs / (count - 1);
    });
  }
  const toEstimate = (coincidences: Float64Array) => toAlpha(coincidences, values, metric);
  return { unitCount: scores.length, usedUnitCount, width, addends, toEstimate };
}

/** @param coincidences o_ck for c ≤ k, row by row. @param values the scale, rising. */
function toAlpha(coincidences: Float64Array, values: readonly number[], metric: AlphaMetric): Estimate {
  const marginals = new Float64Array(values.length);
  forEachPair(values.length, (one, other, column) => {
    marginals[one] += coincidences[column]!;
    if (one !== other) marginals[other] += coincidences[column]!;
  });
  const total = marginals.reduce((sum, own) => sum + own, 0);
  if (total === 0) return { value: null, reason: 'noPairs' };
  const positions = metric === 'ordinal' ? toMidRanks(marginals) : values;
  let observed = 0;
  let expected = 0;
  forEachPair(values.length, (one, other, column) => {
    if (one === other) return;
    const distance = metric === 'nominal' ? 1 : (positions[one]! - positions[other]!) ** 2;
    observed += coincidences[column]! * distance;
    expected += marginals[one]! * marginals[other]! * distance;
  });
  if (expected === 0) return { value: null, reason: 'noVariation' };
  return { value: 1 - ((total - 1) * observed) / expected };
}

/** Where the middle of each value's share stands when all pairable values are laid in order. */
function toMidRanks(marginals: Float64Array): Float64Array {
  let before = 0;
  return marginals.map((count) => {
    before += count;
    return before - count / 2;
  });
}

/** Calls back for each pair of places with one ≤ other, and the column that holds it. */
function forEachPair(count: number, call: (one: number, other: number, column: number) => void): void {
  let column = 0;
  for (let one = 0; one < count; one++) {
    for (let other = one; other < count; other++) call(one, other, column++);
  }
}
