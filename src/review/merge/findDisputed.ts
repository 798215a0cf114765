import type { PrototypeSummary } from './summarisePrototypes';

/** Why a prototype is put before the coordinator. */
export interface DisputedPrototype {
  readonly summary: PrototypeSummary;
  /** The largest standard deviation of a question's scores, in points of the scale; null with fewer than two. */
  readonly spread: number | null;
  /** Some readers marked it as bad, and some who were done with it did not. */
  readonly isBadDisputed: boolean;
}

/** The largest sample standard deviation of a prototype's scores over the questions; null where none has two scores. */
export function findSpread({ scores }: PrototypeSummary): number | null {
  const spreads = Object.values(scores).flatMap(({ standardDeviation }) => (standardDeviation === null ? [] : [standardDeviation]));
  return spreads.length === 0 ? null : Math.max(...spreads);
}

/**
 * The prototypes on which readers differ, the most disputed first: one calls it bad and another does not, or the scores of
 * a question spread by at least so much.
 *
 * @param leastSpread sample standard deviation, in points of the scale.
 */
export function findDisputed(prototypes: readonly PrototypeSummary[], leastSpread: number): readonly DisputedPrototype[] {
  return prototypes
    .map((summary): DisputedPrototype => ({
      summary,
      spread: findSpread(summary),
      isBadDisputed: summary.bad > 0 && summary.bad < Math.max(summary.finished, summary.opinions.length),
    }))
    .filter(({ spread, isBadDisputed }) => isBadDisputed || (spread ?? 0) >= leastSpread)
    .sort((a, b) => (b.spread ?? 0) - (a.spread ?? 0) || b.summary.bad - a.summary.bad);
}
