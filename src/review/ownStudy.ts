import { toPrototypeName } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { Manifest } from '../model/manifest';
import { RATED_QUESTIONS } from './answer';
import { sealStudy } from './sealStudy';
import { type PrototypeStudy, STUDY_FORMAT, STUDY_VERSION } from './study';

/** The role of a reader who looks at a pack's prototypes outside any study. */
export const OWN_ROLE = 'reader';

/**
 * The review that every reader has of every pack: all prototypes, nothing hidden, in the pack's order. The same pack gives
 * the same study, so that readers of it can be merged.
 */
export function createOwnStudy(manifest: Manifest, packSha256: string): PrototypeStudy {
  return sealStudy({
    format: STUDY_FORMAT,
    formatVersion: STUDY_VERSION,
    kind: 'prototypes',
    title: `Review of ${manifest.name}`,
    created: null,
    pack: { name: manifest.name, title: manifest.modelCard.title, sha256: packSha256 },
    seed: null,
    roles: [OWN_ROLE],
    synchronisation: null,
    questions: [...RATED_QUESTIONS],
    isClassHidden: false,
    selection: { rule: 'all', countPerClass: null },
    items: BRANCHES.flatMap((branch) =>
      manifest.prototypes[branch].map(({ classes }, index) => ({ prototype: toPrototypeName({ branch, index }), classes: [...classes] })),
    ),
    repeatShare: 0,
    planted: [],
    training: [],
    gate: null,
  });
}
