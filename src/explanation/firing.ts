import type { SimilarityReference } from '../model/protocol';
import type { PrototypeKey } from './prototypeKey';
import { FEWEST_ECGS, similarityPercentile, type SimilarityPosition } from './similarityPercentile';

const MEDIAN_PERCENT = 50;

/** How often a prototype is as similar to ECGs without its class as it usually is to those with it. */
export interface Firing {
  /** The median similarity of ECGs that carry a class of the prototype. */
  readonly medianSimilarity: number;
  /** Number of those ECGs. */
  readonly count: number;
  /** Where that median stands among the ECGs that do not: `percent` of them are less similar. */
  readonly among: SimilarityPosition;
}

/** What the pack's held-out ECGs say of one prototype; null where nobody measured, or too few carry its class. */
export function findFiring(reference: SimilarityReference | null, { branch, index }: PrototypeKey): Firing | null {
  const own = reference?.prototypes[branch][index];
  if (!reference || !own || own.with.count < FEWEST_ECGS) return null;
  const medianSimilarity = similarityAt(own.with.similarities, reference.percents, MEDIAN_PERCENT);
  if (medianSimilarity === undefined) return null;
  return {
    medianSimilarity,
    count: own.with.count,
    among: similarityPercentile(medianSimilarity, own.without, reference.percents),
  };
}

/** The similarity that `percent` of the ECGs do not reach, linear between the known percentiles; undefined beyond them. */
function similarityAt(similarities: readonly number[], percents: readonly number[], percent: number): number | undefined {
  const upper = percents.findIndex((known) => known >= percent);
  if (upper < 0 || (upper === 0 && percents[0] !== percent)) return undefined;
  if (percents[upper] === percent) return similarities[upper];
  const [low, high] = [percents[upper - 1]!, percents[upper]!];
  const [from, to] = [similarities[upper - 1]!, similarities[upper]!];
  return from + ((to - from) * (percent - low)) / (high - low);
}
