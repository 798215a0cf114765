import type { Mark, RatedQuestion, Rating } from '../../../review/answer';
import type { AskedQuestion } from '../../../review/currentQuestion';
import { findGivenWay } from '../../../review/givenWay';
import type { ReviewItem } from '../../../review/order';
import { stateOf } from '../../../review/progress';
import type { OpenReview } from '../../../store/review/state';
import { useReviewActions } from '../../ReviewContext';
import { controlsText } from '../controls/controlsText';
import { MarkChoice } from '../controls/MarkChoice';
import { ReasonChoice } from '../controls/ReasonChoice';
import { ScoreScale } from '../controls/ScoreScale';
import { toPlaceWords } from './itemRows';
import { rateText } from './rateText';

interface RateQuestionsProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly item: ReviewItem;
  /** The question that digits answer; null: none. */
  readonly current: AskedQuestion | null;
  /** Whether nothing can be answered any more. */
  readonly isFixed: boolean;
  /** The key of something, where keys are on. */
  readonly hint: (key: string) => string | undefined;
  readonly onRate: (question: RatedQuestion, value: Rating | null) => void;
  readonly onMark: (mark: Mark | null) => void;
}

const MARK_KEYS = { best: 'b', bad: 'x' } as const;
const DIGITS = '0–5';

/** The scales of one prototype, whether it is the best of its class or bad, and why. */
export function RateQuestions({ review, item, current, isFixed, hint, onRate, onMark }: RateQuestionsProps) {
  const { study, order, folded, entries } = review;
  const { answer } = useReviewActions();
  const { answers } = stateOf(folded, item.id);
  const classes = item.classes.join(' + ');
  const moved = answers.mark === 'best' ? findGivenWay(entries) : [];
  return (
    <>
      {study.questions.map((question) => (
        <div key={question} className="rate-question" data-current={current === question || undefined}>
          <ScoreScale
            label={controlsText.questionName(question)}
            question={controlsText.question[question](classes)}
            value={answers[question]}
            onChange={(value) => onRate(question, value)}
            keyHint={current === question ? hint(DIGITS) : undefined}
            isDisabled={isFixed}
          />
        </div>
      ))}
      <MarkChoice
        classes={classes}
        value={answers.mark}
        onChange={onMark}
        keyHints={hint('b') === undefined ? undefined : MARK_KEYS}
        isDisabled={isFixed}
      />
      {moved.length > 0 && (
        <p className="rate-note" role="status">
          {rateText.bestMoved(order.filter(({ id }) => moved.includes(id)).map((other) => toPlaceWords(order, other)).join(', '), classes)}
        </p>
      )}
      {answers.mark === 'bad' && (
        <div
          className="rate-question"
          data-current={current === 'reasons' || undefined}
          data-numbered={(current === 'reasons' && hint('1') !== undefined) || undefined}
        >
          <ReasonChoice
            value={answers.reasons}
            onChange={(value) => void answer({ question: 'reasons', value })}
            isDisabled={isFixed}
          />
        </div>
      )}
    </>
  );
}
