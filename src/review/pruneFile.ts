import { type PrototypeKey } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { Manifest } from '../model/manifest';
import { REFERENCE_NAMES } from '../model/referenceNames';

/** By this a file is known to be a list of prototypes to be left out. */
export const PRUNE_FORMAT = 'protoecg-prune';
/** The version of the list that this program writes. */
export const PRUNE_VERSION = 1;

/** Prototypes that clinicians want left out of a model, in the reference implementation's terms. */
export interface PruneFile {
  readonly format: typeof PRUNE_FORMAT;
  readonly formatVersion: typeof PRUNE_VERSION;
  /** The pack that the prototypes are of, by the SHA-256 of its manifest. */
  readonly pack: { readonly name: string; readonly sha256: string };
  /**
   * By the reference's name of a branch, the rows of its `prototype_vectors` and `prototype_class_identity`, counted from 0,
   * ascending. docs/REVIEW.md says how to leave them out.
   */
  readonly prune: Readonly<Record<string, readonly number[]>>;
}

/** The list that leaves prototypes of a pack out of its model. */
export function createPruneFile(
  prototypes: readonly PrototypeKey[],
  { manifest, sha256 }: { readonly manifest: Pick<Manifest, 'name'>; readonly sha256: string },
): PruneFile {
  const indices = BRANCHES.map((branch) => {
    const own = new Set(prototypes.filter((key) => key.branch === branch).map(({ index }) => index));
    return [REFERENCE_NAMES[branch].branch, [...own].sort((a, b) => a - b)] as const;
  });
  return {
    format: PRUNE_FORMAT,
    formatVersion: PRUNE_VERSION,
    pack: { name: manifest.name, sha256 },
    prune: Object.fromEntries(indices),
  };
}
