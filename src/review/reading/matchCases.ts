import type { ReadingStudy } from '../study';

/** A recording that the reader gave, by the hash of its samples. */
export interface GivenEcg {
  readonly id: number;
  readonly sha256: string;
}

/** Which recordings are which ECGs of a study. */
export interface MatchedCases {
  /** The recording's id by the case's place in the study. */
  readonly idOf: ReadonlyMap<number, number>;
  /** Places of the cases that no recording is, in the order of the study. */
  readonly missing: readonly number[];
  /** Ids of recordings that are no case. */
  readonly foreign: readonly number[];
}

/** Finds a study's ECGs among recordings by the hash of their samples; of two recordings with the same samples the first counts. */
export function matchCases({ cases }: ReadingStudy, given: readonly GivenEcg[]): MatchedCases {
  const idOf = new Map<number, number>();
  const missing: number[] = [];
  for (const [place, { ecgSha256 }] of cases.entries()) {
    const found = given.find(({ sha256 }) => sha256 === ecgSha256);
    if (found) idOf.set(place, found.id);
    else missing.push(place);
  }
  const known = new Set(cases.map(({ ecgSha256 }) => ecgSha256));
  return { idOf, missing, foreign: given.filter(({ sha256 }) => !known.has(sha256)).map(({ id }) => id) };
}
