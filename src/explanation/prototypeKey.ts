import { type BranchName, BRANCHES } from '../model/branch';

/** Names one prototype: its branch and its index within the branch, counted from 0. */
export interface PrototypeKey {
  readonly branch: BranchName;
  readonly index: number;
}

/** A prototype's name: "morphology/151". */
export function toPrototypeName(key: PrototypeKey): string {
  return `${key.branch}/${key.index}`;
}

/** The prototype that a name such as "morphology/151" names; undefined where it names none. */
export function findPrototypeKey(name: string): PrototypeKey | undefined {
  const [, named, index] = /^([a-z]+)\/(0|[1-9]\d*)$/.exec(name) ?? [];
  const branch = BRANCHES.find((known) => known === named);
  return branch && index !== undefined ? { branch, index: Number(index) } : undefined;
}
