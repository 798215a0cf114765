import type { BranchName } from '../../../src/model/branch';
import { STATEMENTS } from '../../../src/model/statements';

/** The reference's numbers of the branches: column `prototype_category` of `scp_statements_grouped.csv`. */
const CATEGORIES: Readonly<Record<BranchName, number>> = { rhythm: 1, morphology: 3, global: 4 };

/** The table `scp_statements_grouped.csv`: the 71 statements in the order of the labels, each with its branch. */
export function createStatementTable(): string {
  const lines = STATEMENTS.map(
    ({ code, description, branch }) => `${code},"${description.replaceAll('"', '""')}",${CATEGORIES[branch]}`,
  );
  return [',description,prototype_category', ...lines, ''].join('\n');
}
