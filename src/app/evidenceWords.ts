import type { StatementExplanation } from '../explanation/explanation';
import type { EvidenceWords } from './text';

const LEADING_COUNT = 3;

/** The numbers of which the sentence about a statement's evidence is made. */
export function toEvidenceWords(explanation: StatementExplanation): EvidenceWords {
  const sum = (values: readonly { readonly contribution: number }[]): number =>
    values.reduce((total, { contribution }) => total + contribution, 0);
  const supporting = explanation.contributions.filter(({ contribution }) => contribution > 0);
  const opposing = explanation.contributions.filter(({ contribution }) => contribution < 0);
  const leading = supporting.slice(0, LEADING_COUNT);
  return {
    description: explanation.description,
    predicted: explanation.predicted,
    leading: leading.map(({ branch, index }) => `${branch}/${index}`),
    leadingClasses: [...new Set(leading.flatMap(({ classes }) => classes))],
    leadingShare: supporting.length === 0 ? 0 : sum(leading) / sum(supporting),
    supporting: sum(supporting),
    opposing: sum(opposing),
    bias: explanation.bias,
  };
}
