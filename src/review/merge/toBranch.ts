import type { BranchName } from '../../model/branch';

/** The branch in a prototype's name: morphology of `morphology/151`. */
export function toBranch(prototype: string): BranchName {
  return prototype.slice(0, prototype.indexOf('/')) as BranchName;
}
