import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CANNOT_JUDGE, type Mark, type RatedQuestion, type Rating, REASONS, type Score } from '../../../review/answer';
import { type AskedQuestion, findCurrentQuestion, findQuestions, stepQuestion } from '../../../review/currentQuestion';
import { toPrototypeKey } from '../../../explanation/prototypeKey';
import type { LoadedPack } from '../../../model/protocol';
import { mayAnswer } from '../../../review/mayAnswer';
import { findNext, findProgress, hidesClass, isComplete, stateOf } from '../../../review/progress';
import type { OpenReview } from '../../../store/review/state';
import { useMediaQuery } from '../../useMediaQuery';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { WIDE } from '../../widths';
import { ItemDrawer } from './ItemDrawer';
import { ItemList } from './ItemList';
import { toPlaceWords, toShownClasses } from './itemRows';
import { RateEnd } from './RateEnd';
import './rate.css';
import { findRateCommand, isFree, type RateCommand } from './rateKeys';
import { RateFoot } from './RateFoot';
import { RatePanel } from './RatePanel';
import { RatePaper } from './RatePaper';
import { rateText } from './rateText';
import { useListed } from './useListed';

const KeyHelp = lazy(async () => ({ default: (await import('./KeyHelp')).KeyHelp }));

interface RatePageProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly pack: LoadedPack;
}

/** The screen on which a reader spends the hour: items beside, the ECG in the middle, the rating at its right. */
export function RatePage({ review, pack }: RatePageProps) {
  const { study, order, folded, item } = review;
  const actions = useReviewActions();
  const areKeysOn = useReviewState(({ view }) => view.areKeysOn);
  const isWide = useMediaQuery(WIDE);
  const listed = useListed(review, pack);
  const progress = findProgress(study, order, folded);
  const page = useRef<HTMLDivElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const statement = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  // The question that the reader went to, on the item where he did.
  const [went, setWent] = useState<{ readonly item: string; readonly question: AskedQuestion } | null>(null);

  const shown = item?.id ?? null;
  useEffect(() => {
    // Keys are heard while the focus is on this page; what had it may be gone with the item before.
    if (!page.current!.contains(document.activeElement)) page.current!.focus({ preventScroll: true });
  }, [shown]);

  const state = stateOf(folded, shown ?? '');
  const { answers } = state;
  const isHidden = hidesClass(study, answers.class);
  const isFixed = item === null || !mayAnswer(study, folded, item, isHidden ? 'class' : 'mark');
  const questions = item ? findQuestions(study, answers) : [];
  const current = isFixed ? null : findCurrentQuestion(study, answers, went?.item === shown ? went!.question : null);
  const goTo = (question: AskedQuestion | null): void => setWent(item && question ? { item: item.id, question } : null);

  const rate = (question: RatedQuestion, value: Rating | null): void => {
    // The last answer goes nowhere by itself: a reader looks again at what is complete, and a key too many must not rate
    // the next item.
    goTo(null);
    void actions.answer({ question, value });
  };
  const mark = (value: Mark | null): void => {
    goTo(value === 'bad' ? 'reasons' : null);
    void actions.answer({ question: 'mark', value });
  };
  const next = (): void => actions.next(listed);

  const press = (digit: number): void => {
    if (current === 'reasons') {
      const reason = REASONS[digit - 1];
      if (!reason) return;
      const { reasons } = answers;
      const value = REASONS.filter((one) => (one === reason) !== reasons.includes(one));
      void actions.answer({ question: 'reasons', value });
    } else if (current !== null && current !== 'class' && digit <= 5) {
      rate(current, digit === 0 ? CANNOT_JUDGE : (digit as Score));
    }
  };
  const obey = (command: RateCommand): void => {
    const canMark = !isFixed && !isHidden;
    switch (command.kind) {
      case 'digit':
        return press(command.digit);
      case 'move':
        return goTo(isFixed ? null : stepQuestion(questions, current, command.by));
      case 'enter':
        return current === 'class' ? statement.current?.focus() : next();
      case 'best':
      case 'bad':
        return canMark ? mark(answers.mark === command.kind ? null : command.kind) : undefined;
      case 'comment':
        return comment.current?.focus();
      case 'next':
        return next();
      case 'previous':
        return actions.previous(listed);
      case 'skip':
        return void (isFixed || isComplete(study, state) || actions.skip(listed));
      case 'undo':
        return void actions.undo();
      case 'help':
        return setHelpOpen(true);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const command = areKeysOn ? findRateCommand(event) : undefined;
    const { target } = event;
    // What lies above the page, such as a menu, is in it for React alone.
    if (!command || !(target instanceof Element) || !event.currentTarget.contains(target) || !isFree(command, target)) return;
    event.preventDefault();
    obey(command);
  };

  const classes = item ? toShownClasses(study, folded, item) : [];
  const place = item ? toPlaceWords(order, item) : '';
  const list = <ItemList review={review} listed={listed} progress={progress} />;
  const upcoming = item && findNext(study, order, folded, item.id, listed);
  return (
    <div ref={page} className="rate" tabIndex={-1} onKeyDown={onKeyDown} data-end={item === null || undefined}>
      <p className="visually-hidden" role="status">
        {item && rateText.opened(place, classes.join(' + '))}
      </p>
      {isWide && (
        <section className="rate-list" aria-label={rateText.list}>
          {list}
        </section>
      )}
      {item ? (
        <>
          <RatePaper
            key={item.id}
            study={study}
            manifest={pack.manifest}
            prototype={toPrototypeKey(item.prototype)}
            upcoming={upcoming ? toPrototypeKey(upcoming.prototype) : null}
            place={place}
            drawer={!isWide && <ItemDrawer>{list}</ItemDrawer>}
          />
          <RatePanel
            review={review}
            item={item}
            pack={pack}
            current={current}
            isFixed={isFixed}
            progress={progress}
            comment={comment}
            statement={statement}
            onRate={rate}
            onMark={mark}
            onNext={next}
            onSkip={() => void actions.skip(listed)}
            onPrevious={() => actions.previous(listed)}
            onHelp={() => setHelpOpen(true)}
            onLeave={() => page.current?.focus({ preventScroll: true })}
          />
          <RateFoot study={study} answers={answers} onNext={next} onPrevious={() => actions.previous(listed)} />
        </>
      ) : (
        <RateEnd review={review} progress={progress} drawer={!isWide && <ItemDrawer>{list}</ItemDrawer>} />
      )}
      <Suspense>{isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}</Suspense>
    </div>
  );
}
