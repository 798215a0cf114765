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

/**
 * The prototype that a name such as "morphology/151" names.
 *
 * @throws RangeError where it names none.
 */
export function toPrototypeKey(name: string): PrototypeKey {
  const [, named, index] = /^([a-z]+)\/(0|[1-9]\d*)$/.exec(name) ?? [];
  const branch = BRANCHES.find((known) => known === named);
  if (!branch || index === undefined) throw new RangeError(`“${name}” names no prototype.`);
  return { branch, index: Number(index) };
}
