import { BRANCHES, perBranch } from '../model/branch';
import type { AverageEcg } from './averageEcg';
import { requireSum } from './explainStatement';
import type { StatementExplanation } from './explanation';

/**
 * The same logit, counted from the average ECG instead of from similarities of 0:
 * `logit = [bias + Σ weight × average] + Σ weight × (similarity − average)`. The bracket takes the place of the bias: as
 * the logit is linear in the similarities, it is the mean logit of the ECGs over which the averages were taken.
 *
 * @returns all prototypes, largest absolute contribution first.
 * @throws Problem when the sum misses the network's logit.
 */
export function toRelativeExplanation(explanation: StatementExplanation, averageEcg: AverageEcg): StatementExplanation {
  const contributions = explanation.contributions
    .map((own) => {
      const average = averageEcg.similarities[own.branch][own.index]!;
      return { ...own, average, contribution: own.weight * (own.similarity - average) };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const bias = contributions.reduce((sum, { weight, average }) => sum + weight * average, explanation.bias);
  const branchContributions = perBranch((branch) =>
    contributions.reduce((sum, own) => (own.branch === branch ? sum + own.contribution : sum), 0),
  );
  const sumError = Math.abs(BRANCHES.reduce((sum, branch) => sum + branchContributions[branch], bias) - explanation.logit);
  requireSum(explanation.code, sumError);
  return { ...explanation, bias, averageEcg, branchContributions, contributions, sumError };
}
