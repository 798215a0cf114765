import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { Manifest } from '../model/manifest';
import type { MeanAndDeviation } from './agreement/meanAndDeviation';
import type { RatedQuestion } from './answer';

/** What several readers said of one prototype. */
export interface ReadersRating {
  readonly scores: Readonly<Partial<Record<RatedQuestion, MeanAndDeviation>>>;
  /** How many marked it as the best of its class, and how many as bad. */
  readonly best: number;
  readonly bad: number;
  /** Of the readers who said anything of it. */
  readonly opinions: readonly unknown[];
}

/** What readers whose answers were merged said of a pack's prototypes. */
export interface ReadersRatings {
  readonly packSha256: string;
  /** By name, as `morphology/151`. */
  readonly prototypes: ReadonlyMap<string, ReadersRating>;
}

/** The merged ratings of a study's pack. */
export function toReadersRatings(
  packSha256: string,
  prototypes: readonly (ReadersRating & { readonly prototype: string })[],
): ReadersRatings {
  return { packSha256, prototypes: new Map(prototypes.map((own) => [own.prototype, own])) };
}

/** The prototypes that more than half of the readers who said anything of them marked as bad, by branch and index. */
export function findVotedBad(manifest: Pick<Manifest, 'prototypes'>, { prototypes }: ReadersRatings): readonly PrototypeKey[] {
  return BRANCHES.flatMap((branch) =>
    manifest.prototypes[branch]
      .map((_, index) => ({ branch, index }))
      .filter((key) => {
        const own = prototypes.get(toPrototypeName(key));
        return own !== undefined && 2 * own.bad > own.opinions.length;
      }),
  );
}
