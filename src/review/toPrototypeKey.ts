import type { PrototypeKey } from '../explanation/prototypeKey';
import type { BranchName } from '../model/branch';

/** The prototype of a name that the program gave it, such as `morphology/151`. */
export function toPrototypeKey(name: string): PrototypeKey {
  const [branch, index] = name.split('/');
  return { branch: branch as BranchName, index: Number(index) };
}
