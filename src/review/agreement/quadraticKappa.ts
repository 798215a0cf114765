import type { AdditiveStatistic, Estimate } from './additiveStatistic';
import { requireScoreTable } from './scoreTable';

/** Two scores of the same unit, by two readers or by one reader twice; null where one is missing. */
export type ScorePair = readonly [number | null, number | null];

/** The columns of what a pair adds. */
const [COUNT, ONE, OTHER, SQUARES, PRODUCT] = [0, 1, 2, 3, 4];
const WIDTH = 5;

/**
 * Cohen's kappa with quadratic weights, for two scores of each unit: κ = 1 − observed / expected mean squared
 * difference, where the expected one pairs each first with each second score. 1 at most, 0 by chance.
 *
 * Used units are those with both scores. Undefined: `noPairs` where there are none, `noVariation` where all scores are
 * one and the same.
 *
 * Source: J. Cohen, Weighted kappa, Psychol Bull 1968;70:213-220.
 *
 * @throws RangeError when a score is not finite.
 */
export function createQuadraticKappa(pairs: readonly ScorePair[]): AdditiveStatistic {
  requireScoreTable(pairs);
  const addends = new Float64Array(pairs.length * WIDTH);
  let usedUnitCount = 0;
  for (const [unit, [one, other]] of pairs.entries()) {
    if (one === null || other === null) continue;
    usedUnitCount++;
    addends.set([1, one, other, one * one + other * other, one * other], unit * WIDTH);
  }
  return { unitCount: pairs.length, usedUnitCount, width: WIDTH, addends, toEstimate: toKappa };
}

function toKappa(sums: Float64Array): Estimate {
  const count = sums[COUNT]!;
  if (count === 0) return { value: null, reason: 'noPairs' };
  // Both times the square of the count: whole numbers for whole scores, so that no variation is exactly none.
  const observed = count * (sums[SQUARES]! - 2 * sums[PRODUCT]!);
  const expected = count * sums[SQUARES]! - 2 * sums[ONE]! * sums[OTHER]!;
  if (expected <= 0) return { value: null, reason: 'noVariation' };
  return { value: 1 - observed / expected };
}
