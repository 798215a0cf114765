/** The three branches of ProtoECGNet, in the order in which the fusion layer concatenates their similarities. */
export const BRANCHES = ['rhythm', 'morphology', 'global'] as const;

/** One of the three branches. */
export type BranchName = (typeof BRANCHES)[number];

/** One value of type `T` for each branch. */
export type PerBranch<T> = Readonly<Record<BranchName, T>>;

/** Makes a record with one value for each branch. */
export function perBranch<T>(valueOf: (branch: BranchName) => T): PerBranch<T> {
  return { rhythm: valueOf('rhythm'), morphology: valueOf('morphology'), global: valueOf('global') };
}
