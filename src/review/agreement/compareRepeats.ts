import { type Estimate, estimate } from './additiveStatistic';
import { createQuadraticKappa, type ScorePair } from './quadraticKappa';

/** How far a reader repeats what that reader said before. */
export interface IntraRater {
  /** Number of units with both scores. */
  readonly pairCount: number;
  /** The share of pairs with the same score twice, 0 to 1; null without pairs. */
  readonly exactShare: number | null;
  /** Mean absolute difference of the two scores, in points of the scale; null without pairs. */
  readonly meanAbsoluteDifference: number | null;
  /** Cohen's kappa with quadratic weights of the first and the repeated score. */
  readonly quadraticKappa: Estimate;
}

/**
 * Compares a reader's scores with the same reader's scores of the same units shown again.
 *
 * @param repeats the first and the repeated score of each unit that was shown twice.
 * @throws RangeError when a score is not finite.
 */
export function compareRepeats(repeats: readonly ScorePair[]): IntraRater {
  const differences = repeats.flatMap(([first, again]) => (first === null || again === null ? [] : [Math.abs(again - first)]));
  const pairCount = differences.length;
  const perPair = (sum: number): number | null => (pairCount === 0 ? null : sum / pairCount);
  return {
    pairCount,
    exactShare: perPair(differences.filter((difference) => difference === 0).length),
    meanAbsoluteDifference: perPair(differences.reduce((sum, difference) => sum + difference, 0)),
    quadraticKappa: estimate(createQuadraticKappa(repeats)),
  };
}
