import { RATED_QUESTIONS } from '../../../review/answer';
import type { ItemAnswers } from '../../../review/foldLog';
import type { Gate } from '../../../review/progress';
import type { TrainingFeedback } from '../../../review/training';
import { controlsText } from '../controls/controlsText';
import { rateText } from './rateText';

interface FeedbackProps {
  readonly feedback: TrainingFeedback;
  readonly answers: ItemAnswers;
  readonly gate: Gate;
  /** The share of training items that the gate asks for. */
  readonly neededShare: number | null;
}

/** What a training item was to teach, beside what the reader answered; after the last, whether rating begins. */
export function Feedback({ feedback, answers, gate, neededShare }: FeedbackProps) {
  const { accepted, explanation, isAccepted } = feedback;
  return (
    <section className="rate-feedback" aria-label={rateText.trainingTitle}>
      <h3>{rateText.trainingTitle}</h3>
      <p>{explanation}</p>
      <ul>
        {RATED_QUESTIONS.flatMap((question) => {
          const scores = accepted[question];
          const given = answers[question];
          return scores === undefined || given === null
            ? []
            : [
                <li key={question}>
                  {rateText.accepted(controlsText.questionName(question), scores)};{' '}
                  <b>{rateText.answeredAs(typeof given === 'number' ? String(given) : controlsText.ratingWords(given))}</b>
                </li>,
              ];
        })}
      </ul>
      <p>{isAccepted ? rateText.among : rateText.notAmong}</p>
      {(gate.status === 'passed' || gate.status === 'failed') && neededShare !== null && (
        <p className="rate-gate">{rateText.gate(gate, Math.ceil(neededShare * gate.asked))}</p>
      )}
    </section>
  );
}
