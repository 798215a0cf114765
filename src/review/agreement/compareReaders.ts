import { type Estimate, estimate } from './additiveStatistic';
import { createQuadraticKappa, type ScorePair } from './quadraticKappa';
import type { ScoreTable } from './scoreTable';

/** How far two readers agree; `one` and `other` are their columns in the table of scores. */
export interface ComparedReaders {
  readonly one: number;
  readonly other: number;
  /** Number of units that both rated. */
  readonly pairCount: number;
  /** Cohen's kappa with quadratic weights. */
  readonly quadraticKappa: Estimate;
}

/**
 * Compares each reader with each other on the units that both rated: k (k − 1) / 2 pairs, in the order of the columns.
 *
 * @throws RangeError when a score is not finite.
 */
export function compareReaders(scores: ScoreTable): readonly ComparedReaders[] {
  const readers = Array.from(scores[0] ?? [], (_, reader) => reader);
  return readers.flatMap((one) =>
    readers.slice(one + 1).map((other) => {
      const kappa = createQuadraticKappa(scores.map((row): ScorePair => [row[one]!, row[other]!]));
      return { one, other, pairCount: kappa.usedUnitCount, quadraticKappa: estimate(kappa) };
    }),
  );
}
