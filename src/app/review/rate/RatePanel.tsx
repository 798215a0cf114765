import type { RefObject } from 'react';
import type { LoadedPack } from '../../../model/protocol';
import type { Mark, RatedQuestion, Rating } from '../../../review/answer';
import type { AskedQuestion } from '../../../review/currentQuestion';
import type { ReviewItem } from '../../../review/order';
import { hidesClass, isComplete, type Progress, stateOf } from '../../../review/progress';
import { findFeedback } from '../../../review/training';
import type { OpenReview } from '../../../store/review/state';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { CommentField } from '../controls/CommentField';
import { ClassQuestion } from './ClassQuestion';
import { Feedback } from './Feedback';
import { RateQuestions } from './RateQuestions';
import { RateSteps } from './RateSteps';
import { rateText } from './rateText';

interface RatePanelProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly item: ReviewItem;
  readonly pack: LoadedPack;
  /** The question that digits answer; null: none. */
  readonly current: AskedQuestion | null;
  /** Whether nothing can be answered any more. */
  readonly isFixed: boolean;
  readonly progress: Progress;
  readonly comment: RefObject<HTMLTextAreaElement | null>;
  readonly statement: RefObject<HTMLInputElement | null>;
  readonly onRate: (question: RatedQuestion, value: Rating | null) => void;
  readonly onMark: (mark: Mark | null) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onSkip: () => void;
  readonly onHelp: () => void;
  /** The reader is through with a field by the keyboard. */
  readonly onLeave: () => void;
}

/** What is asked of one prototype, and the ways on. */
export function RatePanel(props: RatePanelProps) {
  const { review, item, pack, current, isFixed, progress, comment, statement, onRate, onMark, onLeave } = props;
  const { study, order, folded } = review;
  const { answer, record } = useReviewActions();
  const areKeysOn = useReviewState(({ view }) => view.areKeysOn);
  const state = stateOf(folded, item.id);
  const { answers } = state;
  const feedback = findFeedback(study, order, folded, item);
  const hint = (key: string): string | undefined => (areKeysOn ? key : undefined);
  return (
    <section className="rate-panel" aria-label={rateText.panel}>
      <div className="rate-panel-body">
        {folded.isLocked && <p className="rate-note">{rateText.locked}</p>}
        {item.kind === 'training' && !isComplete(study, state) && <p className="rate-note">{rateText.trainingNote}</p>}
        {feedback && <Feedback feedback={feedback} answers={answers} gate={progress.gate} neededShare={study.gate} />}
        {hidesClass(study, answers.class) ? (
          <div className="rate-question" data-current={current === 'class' || undefined}>
            <ClassQuestion
              key={item.id}
              field={statement}
              statements={pack.manifest.statements}
              keyHint={hint('Enter')}
              isDisabled={isFixed}
              onName={(code) => {
                void answer({ question: 'class', value: code });
                onLeave();
              }}
            />
          </div>
        ) : (
          <>
            <ShownClass item={item} pack={pack} named={answers.class} />
            <RateQuestions {...{ review, item, current, isFixed, hint, onRate, onMark }} />
            <CommentField
              key={item.id}
              field={comment}
              value={answers.comment}
              keyHint={hint('c')}
              isDisabled={isFixed}
              // The item is named: when a comment is saved at last, another may be shown.
              onSave={(value) => void record({ kind: 'answered', item: item.id, answer: { question: 'comment', value } })}
              onLeave={onLeave}
            />
          </>
        )}
      </div>
      <RateSteps
        review={review}
        item={item}
        isFixed={isFixed}
        hint={hint}
        onNext={props.onNext}
        onPrevious={props.onPrevious}
        onSkip={props.onSkip}
        onHelp={props.onHelp}
      />
    </section>
  );
}

interface ShownClassProps {
  readonly item: ReviewItem;
  readonly pack: LoadedPack;
  /** What the reader named before; null where the class was not hidden. */
  readonly named: string | null;
}

function ShownClass({ item, pack, named }: ShownClassProps) {
  const { statements } = pack.manifest;
  return (
    <div className="rate-class">
      {named !== null && <p className="quiet">{rateText.named(named)}</p>}
      {item.classes.map((code) => (
        <h2 key={code}>
          {code} <span>{statements.find((statement) => statement.code === code)?.description}</span>
        </h2>
      ))}
    </div>
  );
}
