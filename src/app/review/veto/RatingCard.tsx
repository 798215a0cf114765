import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { type Answer, RATED_QUESTIONS } from '../../../review/answer';
import { UNTOUCHED } from '../../../review/foldLog';
import { toOwnItemId } from '../../../review/ownRatings';
import { stateOf } from '../../../review/progress';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { CommentField } from '../controls/CommentField';
import { controlsText } from '../controls/controlsText';
import { MarkChoice } from '../controls/MarkChoice';
import { ReasonChoice } from '../controls/ReasonChoice';
import { ScoreScale } from '../controls/ScoreScale';
import { toNoticeSentence } from '../noticeText';
import { SavingLine } from '../SavingLine';
import type { OwnReview } from './useOwnReview';
import { vetoText } from './vetoText';

/** A pair of an ECG and a prototype, as an explanation shows it. */
export interface RatedPair {
  /** Its item in the log. */
  readonly id: string;
  readonly statementCode: string;
}

interface RatingCardProps {
  readonly review: OwnReview;
  readonly prototype: PrototypeKey;
  readonly pair: RatedPair | null;
}

/** The questions about a prototype, and about its pair with an ECG; each answer is kept as it is given. */
export function RatingCard({ review, prototype, pair }: RatingCardProps) {
  const { answerOwn } = useReviewActions();
  const { pack, isKnown, folded } = review;
  const item = toOwnItemId(prototype);
  const { answers } = stateOf(folded, item);
  const match = pair && stateOf(folded, pair.id).answers.match;
  const isDisabled = !isKnown || folded.isLocked;
  const classes = pack.manifest.prototypes[prototype.branch][prototype.index]!.classes.join(' or ');
  const answer = (answered: Answer): void => void answerOwn(pack, item, answered);
  return (
    <div className="rating-card">
      <div className="rating-part">
        {pair && (
          <ScoreScale
            label={vetoText.match}
            question={vetoText.matchQuestion(pair.statementCode)}
            value={match}
            onChange={(value) => void answerOwn(pack, pair.id, { question: 'match', value })}
            isDisabled={isDisabled}
          />
        )}
        {RATED_QUESTIONS.map((question) => (
          <ScoreScale
            key={question}
            label={controlsText.questionName(question)}
            question={controlsText.question[question](classes)}
            value={answers[question]}
            onChange={(value) => answer({ question, value })}
            isDisabled={isDisabled}
          />
        ))}
      </div>
      <div className="rating-part">
        <MarkChoice classes={classes} value={answers.mark} onChange={(value) => answer({ question: 'mark', value })} isDisabled={isDisabled} />
        {answers.mark === 'bad' && (
          <ReasonChoice value={answers.reasons} onChange={(value) => answer({ question: 'reasons', value })} isDisabled={isDisabled} />
        )}
        <CommentField value={answers.comment} onSave={(value) => answer({ question: 'comment', value })} isDisabled={isDisabled} />
      </div>
      <Saving review={review} hasAnswers={answers !== UNTOUCHED.answers || match !== null} />
    </div>
  );
}

interface SavingProps {
  readonly review: OwnReview;
  readonly hasAnswers: boolean;
}

/** Whether what was answered is safe, or why not. */
function Saving({ review: { isKnown, folded }, hasAnswers }: SavingProps) {
  const notice = useReviewState((state) => state.notice);
  if (!isKnown) return <p role="alert">{notice ? toNoticeSentence(notice) : vetoText.unknown}</p>;
  if (folded.isLocked) return <p className="choice-hint">{vetoText.locked}</p>;
  return <SavingLine isEmpty={!hasAnswers} emptyWords="" savedWords={vetoText.saved} />;
}
