import type { StatementExplanation } from '../explanation/explanation';
import { formatProbability } from '../viewer/format';
import { useAppState } from './AppStoreContext';
import { toEvidenceWords } from './evidenceWords';
import { text } from './text';

interface StatementHeadingProps {
  readonly explanation: StatementExplanation;
}

/** The statement under study, its probability, its evidence in one sentence, and what this result may be used for. */
export function StatementHeading({ explanation }: StatementHeadingProps) {
  const { code, description, probability, threshold, predicted } = explanation;
  const card = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest.modelCard : null));
  return (
    <div className="statement-heading">
      <h2 id="evidence-title">
        {description} <span className="statement-code">{code}</span>
      </h2>
      <p className="verdict">
        {text.evidence.probability} <strong>{formatProbability(probability, threshold)}</strong>, {text.evidence.threshold}{' '}
        {formatProbability(threshold)}: {predicted ? text.evidence.predicted : text.evidence.notPredicted}
      </p>
      <p className="evidence-sentence">{text.evidence.sentence(toEvidenceWords(explanation))}</p>
      <p className="caution">
        {card?.simulated ? text.simulatedModel : text.researchModel}
        {card?.verified === false && ` ${text.unverifiedModel}`}
      </p>
    </div>
  );
}
