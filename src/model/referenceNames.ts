import type { BranchName } from './branch';

/** What the reference implementation calls a branch. */
interface ReferenceName {
  /** In its settings and in the names of its metadata files: `cat1_1D_prototype_metadata.json`. */
  readonly branch: string;
  /** The module of its network, with which the keys of its checkpoints begin. */
  readonly module: string;
}

/** What the reference implementation calls each branch. This is the one place that knows it. */
export const REFERENCE_NAMES: Readonly<Record<BranchName, ReferenceName>> = {
  rhythm: { branch: '1D', module: 'model1d' },
  morphology: { branch: '2D_partial', module: 'model2d_partial' },
  global: { branch: '2D_global', module: 'model2d_global' },
};
