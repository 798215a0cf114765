import { BRANCHES, type PerBranch, perBranch } from '../model/branch';
import type { PrototypeReference, SimilarityReference } from '../model/protocol';

/** How similar the reference ECGs of a pack are to each prototype on average. */
export interface AverageEcg {
  /** One mean similarity a prototype, as the fusion layer receives similarities. */
  readonly similarities: PerBranch<readonly number[]>;
  /** Over how many ECGs the means are taken: of all prototypes the fewest and the most. */
  readonly ecgCount: { readonly fewest: number; readonly most: number };
}

/**
 * The average of the ECGs with and without a class of the prototype, each group counted by its size.
 *
 * @returns null where nobody measured, or where a prototype was measured on no ECG.
 */
export function findAverageEcg(reference: SimilarityReference | null): AverageEcg | null {
  if (!reference) return null;
  const counts = BRANCHES.flatMap((branch) => reference.prototypes[branch].map(toCount));
  const fewest = counts.reduce((least, count) => Math.min(least, count), Infinity);
  if (!(fewest > 0 && Number.isFinite(fewest))) return null;
  return {
    similarities: perBranch((branch) => reference.prototypes[branch].map(toMean)),
    ecgCount: { fewest, most: counts.reduce((most, count) => Math.max(most, count), 0) },
  };
}

function toCount(own: PrototypeReference): number {
  return own.with.count + own.without.count;
}

function toMean(own: PrototypeReference): number {
  return (own.with.count * own.with.mean + own.without.count * own.without.mean) / toCount(own);
}
