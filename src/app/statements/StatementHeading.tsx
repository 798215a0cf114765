import type { StatementExplanation } from '../../explanation/explanation';
import { thresholdDistance } from '../../explanation/thresholdDistance';
import { formatProbability } from '../../viewer/format';
import { toEvidenceWords } from '../evidence/evidenceWords';
import { ResearchCaution } from '../evidence/ResearchCaution';
import { ResultMark } from '../quality/ResultMark';
import { text } from '../text';

interface StatementHeadingProps {
  /** As the reader asked for it: its evidence is told. */
  readonly explanation: StatementExplanation;
  /** What the network really said: its probability is told. */
  readonly original: StatementExplanation;
  readonly isWhatIf: boolean;
}

/** The statement under study, its probability, its evidence in one sentence, and what this result may be used for. */
export function StatementHeading({ explanation, original, isWhatIf }: StatementHeadingProps) {
  const { code, description, probability, threshold, predicted } = original;
  return (
    <div className="statement-heading">
      <h2 id="evidence-title">
        {description} <span className="statement-code">{code}</span>
      </h2>
      <p className="verdict">
        {isWhatIf && `${text.whatIf.real} `}
        {text.evidence.probability} <strong>{formatProbability(probability, threshold)}</strong>, {text.evidence.threshold}{' '}
        {formatProbability(threshold)},{' '}
        <span title={text.evidence.distanceNote}>{text.evidence.distance(thresholdDistance(original))}</span>:{' '}
        {predicted ? text.evidence.predicted : text.evidence.notPredicted}
      </p>
      <p className="evidence-sentence">
        {isWhatIf && <strong>{text.whatIf.prefix} </strong>}
        {text.evidence.sentence(toEvidenceWords(explanation))}
      </p>
      <ResearchCaution />
      <ResultMark />
    </div>
  );
}
