import type { BranchName, PerBranch } from '../model/branch';
import type { AverageEcg } from './averageEcg';

/** What one prototype did for one statement. */
export interface PrototypeContribution {
  readonly branch: BranchName;
  /** Index within the branch; `morphology/151` is branch and index. */
  readonly index: number;
  /** SCP codes the prototype stands for: one, or two for a joint prototype. */
  readonly classes: readonly string[];
  /** The similarity that the fusion layer received: the mean over windows; 0 … `maxSimilarity`. */
  readonly similarity: number;
  /** The largest similarity possible in this branch. */
  readonly maxSimilarity: number;
  /** The fusion layer's weight for this statement and prototype, in logits per unit of similarity. */
  readonly weight: number;
  /**
   * `weight × (similarity − average)`, in logits: positive supports the statement, negative opposes it. 0 where the
   * prototype is muted.
   */
  readonly contribution: number;
  /** The similarity that contributes nothing: the average ECG's; absent where that is 0. */
  readonly average?: number;
  /** Whether the reader took its contribution away. */
  readonly muted?: boolean;
  /** The window that matched best; null where the whole record is compared. */
  readonly match: WindowMatch | null;
}

/** Where a morphology prototype matched the patient's ECG best. */
export interface WindowMatch {
  /** Index of the window, counted from 0. */
  readonly window: number;
  /** Number of windows that the score is the mean of. */
  readonly windowCount: number;
  /** Start of the segment in seconds from the start of the record. */
  readonly startSeconds: number;
  /** End of the segment in seconds from the start of the record. */
  readonly endSeconds: number;
  /** Similarity in this window alone. The score is the mean over all windows, not this. */
  readonly similarity: number;
  /** The part of the score that comes from this window: `similarity / (windowCount × mean)`, 0 … 1. */
  readonly share: number;
}

/** Everything about one statement of one ECG: `bias + Σ contributions = logit`. */
export interface StatementExplanation {
  readonly code: string;
  readonly description: string;
  readonly group: string;
  readonly branch: BranchName;
  /** In logits: the model's bias, or the average ECG's logit where contributions count from that. */
  readonly bias: number;
  /** The average ECG from which contributions count; absent where they count from a similarity of 0. */
  readonly averageEcg?: AverageEcg;
  /** As the network computed it, less what is muted. */
  readonly logit: number;
  /** The sigmoid of the logit, 0 … 1. */
  readonly probability: number;
  readonly threshold: number;
  /** Whether the probability reaches the threshold. */
  readonly predicted: boolean;
  /** The sum of each branch's contributions, in logits. */
  readonly branchContributions: PerBranch<number>;
  /** All prototypes, largest absolute contribution first. */
  readonly contributions: readonly PrototypeContribution[];
  /** `|bias + Σ contributions − logit|`: at most 1e-4, or there would be no explanation. */
  readonly sumError: number;
}
