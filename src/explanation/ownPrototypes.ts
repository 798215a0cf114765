import type { PrototypeContribution, StatementExplanation } from './explanation';

/**
 * The prototypes of the statement's own class, most similar first: the order in which the reference lists them. It
 * ignores the classifier's weights, so it says what the ECG resembles and not what moved the logit.
 */
export function ownPrototypesBySimilarity(explanation: StatementExplanation): readonly PrototypeContribution[] {
  return explanation.contributions
    .filter(({ classes }) => classes.includes(explanation.code))
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index);
}
