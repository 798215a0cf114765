import type { PerBranch } from './branch';

/** What one branch computed for one ECG. */
export interface BranchSimilarities {
  /** The similarity of each prototype as the fusion layer receives it: the mean over windows; `prototypeCount` values. */
  readonly similarity: Float32Array;
  /** The similarity of each prototype in each window: `prototypeCount × windowCount` values, prototype by prototype. */
  readonly windowSimilarity: Float32Array;
  /** Number of windows: 1 where the whole record is compared at once. */
  readonly windowCount: number;
}

/** What the network computed for one ECG, as plain numbers. */
export interface Prediction {
  readonly branches: PerBranch<BranchSimilarities>;
  /** One logit a statement, in the pack's order of statements. */
  readonly logits: Float32Array;
  /** The sigmoid of each logit, 0 … 1. */
  readonly probabilities: Float32Array;
}

/** The fusion layer: `logit = bias + weights · concat(rhythm, morphology, global similarities)`. */
export interface Fusion {
  /** `statementCount × prototypeCount` values, statement by statement, prototypes of all branches in branch order. */
  readonly weights: Float32Array;
  /** `statementCount` values, in logits. */
  readonly bias: Float32Array;
}
