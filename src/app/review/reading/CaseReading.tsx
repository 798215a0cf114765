import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Switch } from 'react-aria-components';
import type { CaseState } from '../../../review/reading/caseState';
import type { Score } from '../../../review/answer';
import type { ReadyRecording } from '../../../store/recordingState';
import { statementRows } from '../../../store/selectors';
import { findEntry } from '../../../store/worklist';
import { useActions, useAppState } from '../../AppStoreContext';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { StatementPicker } from '../../statements/StatementPicker';
import { useMediaQuery } from '../../useMediaQuery';
import { WIDE } from '../../widths';
import { BlindEcg } from './BlindEcg';
import { ExplainedEcg } from './ExplainedEcg';
import { onReadingKey } from './onReadingKey';
import { findLack, toDraft } from './readingDraft';
import { ReadingForm } from './ReadingForm';
import { readingText } from './readingText';
import type { ChoosableStatement } from './StatementChoice';

interface CaseReadingProps {
  readonly state: CaseState;
  /** The recording's id in the worklist. */
  readonly entryId: number;
  readonly choice: readonly ChoosableStatement[];
  /** Goes on with the next ECG. */
  readonly onDone: () => void;
}

/** One ECG of the study, as soon as it is the open recording: what another shows must not be taken for it. */
export function CaseReading(props: CaseReadingProps) {
  const { entryId, state } = props;
  const { openEntry, chooseWindow } = useActions();
  const isOpen = useAppState(({ worklist }) => worklist.openId === entryId);
  const recording = useAppState((all) => findEntry(all, entryId)?.recording);
  useEffect(() => {
    if (!isOpen) void openEntry(entryId);
  }, [isOpen, entryId, openEntry]);
  const whole = recording?.status === 'ready' ? recording.whole : undefined;
  const isCase = whole?.startSeconds === whole?.best.startSeconds;
  useEffect(() => {
    // The reader may have read other ten seconds of it in read mode.
    if (isOpen && whole && !isCase) void chooseWindow(whole.best.startSeconds);
  }, [isOpen, whole, isCase, chooseWindow]);
  if (!isOpen || !isCase || recording?.status !== 'ready') return <p className="pending">{readingText.opening}</p>;
  return state.asks === 'first' ? (
    <FirstReading {...props} recording={recording} />
  ) : (
    <FinalReading {...props} recording={recording} />
  );
}

interface StageProps extends CaseReadingProps {
  readonly recording: ReadyRecording;
}

function FirstReading({ recording, choice, onDone }: StageProps) {
  const { beginTiming, read, putCaseAside } = useReviewActions();
  const [draft, setDraft] = useState(() => toDraft(null));
  useEffect(beginTiming, [beginTiming]);
  const handIn = (): void => {
    const { statements, confidence } = draft;
    if (findLack(draft) === null && confidence !== null) void read({ stage: 'first', statements: [...statements], confidence });
  };
  return (
    <Stage
      title={readingText.firstTitle}
      setConfidence={(confidence) => setDraft({ ...draft, confidence })}
      handIn={handIn}
      ecg={<BlindEcg recording={recording} />}
    >
      <ReadingForm stage="first" choice={choice} draft={draft} onChange={setDraft} isWaiting={false} onHandIn={handIn} />
      <Button
        className="button"
        onPress={() => {
          void putCaseAside();
          onDone();
        }}
      >
        {readingText.skip}
      </Button>
    </Stage>
  );
}

function FinalReading({ state, recording, choice, onDone }: StageProps) {
  const isWide = useMediaQuery(WIDE);
  const inference = useAppState((all) => all.inference);
  const rows = useAppState(statementRows);
  const { selectStatement } = useActions();
  const { beginTiming, read, putCaseAside } = useReviewActions();
  const [draft, setDraft] = useState(() => toDraft(state.first));
  const panel = useRef<HTMLElement>(null);
  const isReady = inference.status === 'ready';
  useEffect(() => {
    if (isReady) beginTiming();
  }, [isReady, beginTiming]);
  const handIn = (): void => {
    const { statements, confidence } = draft;
    if (!isReady || findLack(draft) !== null || confidence === null) return;
    const predicted = rows.filter((row) => row.predicted).map(({ code }) => code);
    void read({ stage: 'final', statements: [...statements], confidence, predicted });
    onDone();
  };
  return (
    <Stage
      title={readingText.finalTitle}
      setConfidence={(confidence) => setDraft({ ...draft, confidence })}
      handIn={handIn}
      ecg={<ExplainedEcg recording={recording} onWantForm={() => panel.current?.focus()} />}
      panel={panel}
    >
      <p className="first-reading">{readingText.firstHandedIn(state.first!.statements, state.first!.confidence)}</p>
      {inference.status === 'failed' ? (
        <>
          <p role="alert">{readingText.unexplained(inference.sentence)}</p>
          <Button
            className="button primary"
            onPress={() => {
              void putCaseAside();
              onDone();
            }}
          >
            {readingText.goOnUnexplained}
          </Button>
        </>
      ) : (
        <>
          <p className="visually-hidden" role="status">
            {isReady && readingText.explanationShown}
          </p>
          <p className="form-hint quiet">{readingText.finalIntro}</p>
          <ReadingForm stage="final" choice={choice} draft={draft} onChange={setDraft} isWaiting={!isReady} onHandIn={handIn} />
        </>
      )}
      {isWide && isReady && (
        <section className="model-statements" aria-labelledby="model-statements-title">
          <h2 id="model-statements-title">{readingText.openStatements}</h2>
          <StatementPicker onSelect={selectStatement} />
        </section>
      )}
    </Stage>
  );
}

interface StageLayoutProps {
  readonly title: string;
  readonly ecg: ReactNode;
  readonly setConfidence: (score: Score) => void;
  readonly handIn: () => void;
  readonly panel?: RefObject<HTMLElement | null>;
  /** The reader's own part. */
  readonly children: ReactNode;
}

/** The ECG, and beside it what the reader makes of it; a new stage begins at the paper. */
function Stage({ title, ecg, setConfidence, handIn, panel, children }: StageLayoutProps) {
  const root = useRef<HTMLDivElement>(null);
  const areKeysOn = useReviewState(({ view }) => view.areKeysOn);
  const { changeView } = useReviewActions();
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
    root.current?.querySelector<HTMLElement>('.paper-scroll')?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={root}
      className="case-reading"
      data-keyless={!areKeysOn || undefined}
      onKeyDown={(event) => areKeysOn && onReadingKey(event, { setConfidence, handIn })}
    >
      <div className="case-ecg">{ecg}</div>
      <section ref={panel} className="reader-panel" tabIndex={-1} aria-labelledby="reader-panel-title">
        <h2 id="reader-panel-title">{title}</h2>
        {children}
        <Switch className="switch" isSelected={areKeysOn} onChange={(isOn) => changeView({ areKeysOn: isOn })}>
          <span className="switch-track" aria-hidden="true" />
          {readingText.keys}
        </Switch>
      </section>
    </div>
  );
}
