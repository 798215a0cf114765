import { BRANCHES, type BranchName, perBranch } from '../model/branch';
import { requireSum } from './explainStatement';
import type { PrototypeContribution, StatementExplanation } from './explanation';
import type { PrototypeKey } from './prototypeKey';

/** The parts of the network whose contributions a reader takes away. */
export interface Muting {
  readonly branches: readonly BranchName[];
  readonly prototypes: readonly PrototypeKey[];
}

/** Whether a prototype is muted, itself or with its branch. */
export function isMuted({ branches, prototypes }: Muting, { branch, index }: PrototypeKey): boolean {
  return branches.includes(branch) || prototypes.some((own) => own.branch === branch && own.index === index);
}

/** What a prototype contributes where it is not muted, in logits: `weight × (similarity − average)`. */
export function unmutedContribution({ weight, similarity, average = 0 }: PrototypeContribution): number {
  return weight * (similarity - average);
}

/**
 * What the statement's sum would be if some of its contributions were 0. In an absolute explanation a muted prototype
 * counts as if nothing resembled it; in a relative one, as if the ECG resembled it as much as the average ECG does.
 *
 * @returns all prototypes in the order they had, muted ones with a contribution of 0; the logit is the network's less
 *   the muted contributions, and `sumError` how far `bias + Σ` of the others misses it.
 * @throws Problem when it misses it by more than an explanation may.
 */
export function muteContributions(explanation: StatementExplanation, muting: Muting): StatementExplanation {
  if (muting.branches.length === 0 && muting.prototypes.length === 0) return explanation;
  const contributions = explanation.contributions.map((own) =>
    isMuted(muting, own) ? { ...own, contribution: 0, muted: true } : own,
  );
  const branchContributions = perBranch((branch) =>
    contributions.reduce((sum, own) => (own.branch === branch ? sum + own.contribution : sum), 0),
  );
  const logit = contributions.reduce((rest, own) => (own.muted ? rest - unmutedContribution(own) : rest), explanation.logit);
  const probability = 1 / (1 + Math.exp(-logit));
  const sum = BRANCHES.reduce((total, branch) => total + branchContributions[branch], explanation.bias);
  const sumError = Math.abs(sum - logit);
  requireSum(explanation.code, sumError);
  return {
    ...explanation,
    logit,
    probability,
    predicted: probability >= explanation.threshold,
    branchContributions,
    contributions,
    sumError,
  };
}
