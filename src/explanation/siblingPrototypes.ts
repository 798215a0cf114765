import { BRANCHES } from '../model/branch';
import type { Manifest, PrototypeManifest } from '../model/manifest';
import type { PrototypeKey } from './prototypeKey';

/** Another prototype of the same record. */
export interface SiblingPrototype extends PrototypeKey {
  readonly classes: readonly string[];
  /** Its segment, in seconds from the start of the record; null where it stands for the whole record. */
  readonly segment: readonly [startSeconds: number, endSeconds: number] | null;
  /** How much of its segment it shares with the first prototype's; null where either stands for the whole record. */
  readonly overlapSeconds: number | null;
  /** Whether both stand for the very same part of the record in the same branch: two prototypes of one case. */
  readonly isDuplicate: boolean;
}

/**
 * The other prototypes of a prototype's record: duplicates first, then those that overlap it, most first, then the others in
 * their order. A training record may serve as prototype many times, and then counts as many.
 */
export function siblingPrototypes(manifest: Pick<Manifest, 'prototypes' | 'input'>, key: PrototypeKey): readonly SiblingPrototype[] {
  const own = manifest.prototypes[key.branch][key.index]!;
  const { samplingRateHz } = manifest.input;
  return BRANCHES.flatMap((branch) =>
    manifest.prototypes[branch].flatMap((other, index): SiblingPrototype[] => {
      const isItself = branch === key.branch && index === key.index;
      if (isItself || other.record !== own.record) return [];
      const { window, classes } = other;
      return [
        {
          branch,
          index,
          classes,
          segment: window && [window[0] / samplingRateHz, window[1] / samplingRateHz],
          overlapSeconds: findOverlap(own, other, samplingRateHz),
          isDuplicate: branch === key.branch && own.window?.join() === window?.join(),
        },
      ];
    }),
  ).sort((a, b) => Number(b.isDuplicate) - Number(a.isDuplicate) || (b.overlapSeconds ?? 0) - (a.overlapSeconds ?? 0));
}

function findOverlap(one: PrototypeManifest, other: PrototypeManifest, samplingRateHz: number): number | null {
  if (one.window === null || other.window === null) return null;
  const samples = Math.min(one.window[1], other.window[1]) - Math.max(one.window[0], other.window[0]);
  return Math.max(0, samples) / samplingRateHz;
}
