import type { PrototypeContribution, StatementExplanation } from '../../explanation/explanation';
import { NEAR_MISS_LOGITS } from '../../explanation/nearMisses';
import { toPrototypeName } from '../../explanation/prototypeKey';
import { thresholdDistance } from '../../explanation/thresholdDistance';
import type { EvidenceWords, NamedCase } from './evidenceSentence';

const LEADING_COUNT = 3;

/** The numbers of which the sentence about a statement's evidence is made. */
export function toEvidenceWords(explanation: StatementExplanation): EvidenceWords {
  const sum = (values: readonly PrototypeContribution[]): number =>
    values.reduce((total, { contribution }) => total + contribution, 0);
  const { predicted } = explanation;
  const supporting = explanation.contributions.filter(({ contribution }) => contribution > 0);
  const opposing = explanation.contributions.filter(({ contribution }) => contribution < 0);
  const [decisive, contrary] = predicted ? [supporting, opposing] : [opposing, supporting];
  const leading = decisive.slice(0, LEADING_COUNT);
  const distance = thresholdDistance(explanation);
  return {
    description: explanation.description,
    predicted,
    leading: leading.map(toNamedCase),
    leadingShare: decisive.length === 0 ? 0 : sum(leading) / sum(decisive),
    contrary: contrary.slice(0, 1).map(toNamedCase),
    supporting: sum(supporting),
    opposing: sum(opposing),
    bias: explanation.bias,
    isRelative: explanation.averageEcg !== undefined,
    lacking: !predicted && distance >= -NEAR_MISS_LOGITS ? -distance : null,
  };
}

function toNamedCase(contribution: PrototypeContribution): NamedCase {
  const { classes, match, similarity, average = 0 } = contribution;
  return { name: toPrototypeName(contribution), classes, match, isMoreAlike: similarity >= average };
}
