import { ChevronLeft, CircleHelp, Undo2 } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, Switch } from 'react-aria-components';
import type { LoadedPack } from '../../../model/protocol';
import type { Mark, RatedQuestion, Rating } from '../../../review/answer';

import type { AskedQuestion } from '../../../review/currentQuestion';
import { findGivenWay } from '../../../review/givenWay';
import type { ReviewItem } from '../../../review/order';
import { hidesClass, isComplete, type Progress, stateOf } from '../../../review/progress';
import { findFeedback } from '../../../review/training';
import type { OpenReview } from '../../../store/review/state';
import { IconButton } from '../../IconButton';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { controlsText } from '../controls/controlsText';
import { MarkChoice } from '../controls/MarkChoice';
import { ReasonChoice } from '../controls/ReasonChoice';
import { ScoreScale } from '../controls/ScoreScale';
import { ClassQuestion } from './ClassQuestion';
import { CommentField } from './CommentField';
import { Feedback } from './Feedback';
import { toPlaceWords } from './itemRows';
import { rateText } from './rateText';
import { SavingLine } from './SavingLine';

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
}

const MARK_KEYS = { best: 'b', bad: 'x' } as const;
const DIGITS = '0–5';

/** What is asked of one prototype, and the ways on. */
export function RatePanel(props: RatePanelProps) {
  const { review, item, pack, current, isFixed, progress, onNext, onPrevious, onSkip, onHelp } = props;
  const { study, order, folded, entries } = review;
  const actions = useReviewActions();
  const areKeysOn = useReviewState(({ view }) => view.areKeysOn);
  const state = stateOf(folded, item.id);
  const { answers } = state;
  const isDone = isComplete(study, state);
  const feedback = findFeedback(study, order, folded, item);
  const hint = (key: string): string | undefined => (areKeysOn ? key : undefined);
  const leave = (): void => document.querySelector<HTMLElement>('.rate')?.focus({ preventScroll: true });
  return (
    <section className="rate-panel" aria-label={rateText.panel}>
      <div className="rate-panel-body">
      {folded.isLocked && <p className="rate-note">{rateText.locked}</p>}
      {item.kind === 'training' && !isDone && <p className="rate-note">{rateText.trainingNote}</p>}
      {feedback && <Feedback feedback={feedback} answers={answers} gate={progress.gate} neededShare={study.gate} />}
      {hidesClass(study, answers.class) ? (
        <div className="rate-question" data-current={current === 'class' || undefined}>
          <ClassQuestion
            key={item.id}
            field={props.statement}
            statements={pack.manifest.statements}
            keyHint={hint('Enter')}
            isDisabled={isFixed}
            onName={(code) => {
              void actions.answer({ question: 'class', value: code });
              leave();
            }}
          />
        </div>
      ) : (
        <>
          <ShownClass item={item} pack={pack} named={answers.class} />
          <Questions {...props} hint={hint} />
          <CommentField
            key={item.id}
            field={props.comment}
            value={answers.comment}
            keyHint={hint('c')}
            isDisabled={isFixed}
            // The item is named: what is left last may be another's comment by then.
            onSave={(value) => void actions.record({ kind: 'answered', item: item.id, answer: { question: 'comment', value } })}
            onLeave={leave}
          />
        </>
      )}
      </div>
      <div className="rate-panel-foot">
      <div className="rate-steps">
        <Button className="button" onPress={onPrevious} isDisabled={order.indexOf(item) === 0}>
          <ChevronLeft aria-hidden="true" size={16} />
          {rateText.previous} <Key hint={hint('p')} />
        </Button>
        <Button className="button" onPress={onSkip} isDisabled={isFixed || isDone}>
          {rateText.skip} <Key hint={hint('s')} />
        </Button>
        <Button className={isDone ? 'button primary' : 'button'} onPress={onNext}>
          {rateText.next} <Key hint={hint('n')} />
        </Button>
      </div>
      <SavingLine isEmpty={entries.length === 0} />
      <div className="rate-tools">
        <Button
          className="button"
          isDisabled={folded.undoable === null || folded.isLocked}
          onPress={() => void actions.undo()}
        >
          <Undo2 aria-hidden="true" size={14} />
          {rateText.undo} <Key hint={hint('u')} />
        </Button>
        <Switch className="switch" isSelected={areKeysOn} onChange={(isOn) => actions.changeView({ areKeysOn: isOn })}>
          <span className="switch-track" aria-hidden="true" />
          {rateText.keys}
        </Switch>
        <IconButton label={rateText.keyHelp} onPress={onHelp}>
          <CircleHelp aria-hidden="true" size={16} />
        </IconButton>
      </div>
      </div>
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

interface QuestionsProps extends RatePanelProps {
  readonly hint: (key: string) => string | undefined;
}

function Questions({ review, item, current, isFixed, hint, onRate, onMark }: QuestionsProps) {
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
      <MarkChoice classes={classes} value={answers.mark} onChange={onMark} keyHints={hint('b') === undefined ? undefined : MARK_KEYS} isDisabled={isFixed} />
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

function Key({ hint }: { readonly hint: string | undefined }) {
  return hint === undefined ? null : <kbd aria-hidden="true">{hint}</kbd>;
}
