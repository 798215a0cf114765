import type { PrototypeContribution, StatementExplanation } from '../../explanation/explanation';
import { BRANCHES, perBranch, type BranchName } from '../../model/branch';

const PROTOTYPES: Readonly<Record<BranchName, { count: number; maxSimilarity: number; classes: readonly string[] }>> = {
  rhythm: { count: 80, maxSimilarity: 1, classes: ['1AVB', 'AFIB', 'SR'] },
  morphology: { count: 936, maxSimilarity: 13, classes: ['CRBBB', 'IRBBB', 'LAFB', 'CLBBB'] },
  global: { count: 21, maxSimilarity: 4, classes: ['NORM', 'HYP'] },
};
const BIAS = -0.6;
const WINDOW_COUNT = 30;

function contributionOf(branch: BranchName, index: number): PrototypeContribution {
  const { maxSimilarity, classes } = PROTOTYPES[branch];
  const similarity = maxSimilarity * (0.45 + 0.3 * Math.sin(index));
  // Few prototypes matter much, most hardly at all.
  const weight = ((2.4 / maxSimilarity) * Math.sin(1.7 * index + 0.4)) / (1 + (index % 29) ** 2);
  const own = classes[index % classes.length]!;
  const startSeconds = 0.3125 * (index % WINDOW_COUNT);
  return {
    branch,
    index,
    classes: index % 50 === 7 ? [own, classes[(index + 1) % classes.length]!] : [own],
    similarity,
    maxSimilarity,
    weight,
    contribution: weight * similarity,
    match:
      branch === 'morphology'
        ? {
            window: index % WINDOW_COUNT,
            windowCount: WINDOW_COUNT,
            startSeconds,
            endSeconds: startSeconds + 0.93,
            similarity: 1.2 * similarity,
            share: 1.2 / WINDOW_COUNT,
          }
        : null,
  };
}

/** An explanation of published size (80 + 936 + 21 prototypes) whose contributions add up, for tests and snapshots. */
export function createExplanation(): StatementExplanation {
  const contributions = BRANCHES.flatMap((branch) =>
    Array.from({ length: PROTOTYPES[branch].count }, (_, index) => contributionOf(branch, index)),
  ).sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const branchContributions = perBranch((branch) =>
    contributions.reduce((sum, next) => (next.branch === branch ? sum + next.contribution : sum), 0),
  );
  const logit = BRANCHES.reduce((sum, branch) => sum + branchContributions[branch], BIAS);
  const probability = 1 / (1 + Math.exp(-logit));
  return {
    code: 'CRBBB',
    description: 'complete right bundle branch block',
    group: 'CD',
    branch: 'morphology',
    bias: BIAS,
    logit,
    probability,
    threshold: 0.5,
    predicted: probability >= 0.5,
    branchContributions,
    contributions,
    sumError: 2e-7,
  };
}
