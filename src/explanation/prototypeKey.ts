import type { BranchName } from '../model/branch';

/** Names one prototype: its branch and its index within the branch, counted from 0. */
export interface PrototypeKey {
  readonly branch: BranchName;
  readonly index: number;
}

/** A prototype's name: "morphology/151". */
export function toPrototypeName(key: PrototypeKey): string {
  return `${key.branch}/${key.index}`;
}
