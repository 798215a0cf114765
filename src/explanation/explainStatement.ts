import { Problem } from '../ecg/problem';
import { type BranchName, BRANCHES, perBranch } from '../model/branch';
import type { Manifest } from '../model/manifest';
import type { Fusion, Prediction } from '../model/prediction';
import { findBestWindows } from './evidenceWindow';
import type { PrototypeContribution, StatementExplanation } from './explanation';

/** What of a loaded pack an explanation needs. */
export interface ExplainablePack {
  readonly manifest: Manifest;
  readonly fusion: Fusion;
}

/** The largest allowed difference between `bias + Σ contributions` and the network's own logit, in logits. */
export const SUM_TOLERANCE = 1e-4;

/**
 * Splits one statement's logit into what each prototype contributed: `weight × similarity`, summed in float64.
 *
 * @param statementIndex position of the statement in the pack.
 * @returns all prototypes, largest absolute contribution first, ties in the order of branches and indices.
 * @throws Problem when the sum differs from the network's logit by more than {@link SUM_TOLERANCE}.
 */
export function explainStatement(
  pack: ExplainablePack,
  prediction: Prediction,
  statementIndex: number,
): StatementExplanation {
  const { manifest, fusion } = pack;
  const statement = manifest.statements[statementIndex];
  const bias = fusion.bias[statementIndex];
  const prototypeCount = fusion.weights.length / manifest.statements.length;
  const weights = fusion.weights.subarray(statementIndex * prototypeCount, (statementIndex + 1) * prototypeCount);

  const contributions: PrototypeContribution[] = [];
  const totals: Record<BranchName, number> = { rhythm: 0, morphology: 0, global: 0 };
  for (const branch of manifest.branches) {
    const similarities = prediction.branches[branch.name];
    const prototypes = manifest.prototypes[branch.name];
    const matches = findBestWindows(branch, manifest.input, similarities);
    for (let index = 0; index < branch.prototypeCount; index++) {
      const similarity = similarities.similarity[index];
      const weight = weights[contributions.length];
      const contribution = weight * similarity;
      totals[branch.name] += contribution;
      contributions.push({
        branch: branch.name,
        index,
        classes: prototypes[index].classes,
        similarity,
        maxSimilarity: branch.maxSimilarity,
        weight,
        contribution,
        match: matches[index],
      });
    }
  }

  const logit = prediction.logits[statementIndex];
  const probability = prediction.probabilities[statementIndex];
  const sumError = Math.abs(BRANCHES.reduce((sum, branch) => sum + totals[branch], bias) - logit);
  requireSum(statement.code, sumError);
  contributions.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return {
    code: statement.code,
    description: statement.description,
    group: statement.group,
    branch: statement.branch,
    bias,
    logit,
    probability,
    threshold: statement.threshold,
    predicted: probability >= statement.threshold,
    branchContributions: perBranch((branch) => totals[branch]),
    contributions,
    sumError,
  };
}

/** @throws Problem when contributions miss their logit by more than {@link SUM_TOLERANCE}. */
export function requireSum(code: string, sumError: number): void {
  if (sumError <= SUM_TOLERANCE) return;
  throw new Problem(
    `The contributions to ${code} do not add up to the network's logit (they differ by ${sumError.toPrecision(2)}), so no explanation is shown.`,
  );
}
