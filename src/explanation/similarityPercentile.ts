import type { PrototypeReference, SimilarityDistribution, SimilarityReference } from '../model/protocol';
import type { PrototypeContribution } from './explanation';

/** Fewer ECGs than this say nothing of percentiles: one ECG would be more than 5 %. */
export const FEWEST_ECGS = 20;

/** Where a similarity stands among those of a number of ECGs; `percent` of them are less similar. */
export type SimilarityPosition =
  | { readonly kind: 'within' | 'below' | 'above'; readonly percent: number; readonly count: number }
  | { readonly kind: 'tooFew'; readonly count: number };

/** Where a similarity stands among ECGs that carry a class of the prototype and among those that do not. */
export type SimilarityPercentiles = Readonly<Record<keyof PrototypeReference, SimilarityPosition>>;

/**
 * The share of ECGs that are less similar to a prototype than this one, linear between the known percentiles.
 *
 * @param similarity as the fusion layer receives it.
 * @param percents which percentiles `distribution` holds, in percent, rising.
 * @returns `below` the lowest or `above` the highest known percentile, which is then given; `tooFew` where there are
 *   fewer than {@link FEWEST_ECGS}. Of percentiles with one and the same similarity the lowest counts.
 */
export function similarityPercentile(
  similarity: number,
  { count, similarities }: Pick<SimilarityDistribution, 'count' | 'similarities'>,
  percents: readonly number[],
): SimilarityPosition {
  const last = similarities.length - 1;
  if (count < FEWEST_ECGS || last < 0) return { kind: 'tooFew', count };
  if (similarity < similarities[0]!) return { kind: 'below', percent: percents[0]!, count };
  if (similarity > similarities[last]!) return { kind: 'above', percent: percents[last]!, count };
  const upper = similarities.findIndex((value) => value >= similarity);
  if (upper === 0) return { kind: 'within', percent: percents[0]!, count };
  const [from, to] = [similarities[upper - 1]!, similarities[upper]!];
  const [low, high] = [percents[upper - 1]!, percents[upper]!];
  return { kind: 'within', percent: low + ((high - low) * (similarity - from)) / (to - from), count };
}

/** Where a prototype's similarity stands in the pack's reference; null where nobody measured. */
export function findSimilarityPercentiles(
  reference: SimilarityReference | null,
  { branch, index, similarity }: PrototypeContribution,
): SimilarityPercentiles | null {
  const own = reference?.prototypes[branch][index];
  if (!reference || !own) return null;
  const among = (distribution: SimilarityDistribution) => similarityPercentile(similarity, distribution, reference.percents);
  return { with: among(own.with), without: among(own.without) };
}
