import { CircleHelp, TriangleAlert } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { toRecordingName } from '../../ecg/recordingName';
import { findAlike } from '../../store/questions';
import type { Questions } from '../../store/recordingState';
import type { WorklistEntry } from '../../store/worklistState';
import { useActions, useAppState } from '../AppStoreContext';
import { CheckEntry } from '../fields/CheckEntry';
import { askText } from './askText';
import { toDraft, toStated } from './draft';
import { Question } from './Question';
import { StatedPreview } from './StatedPreview';

interface AskFormProps {
  readonly entry: WorklistEntry;
  readonly questions: Questions;
}

/** The questions that a recording's files leave open, to be answered before it is drawn. */
export function AskForm({ entry: { id, names, recording }, questions }: AskFormProps) {
  const { sentence, missing, preview, stated: before, refusal } = questions;
  const { stateFacts, putAside } = useActions();
  const [draft, setDraft] = useState(() => toDraft(missing, before));
  const [isForAll, setForAll] = useState(false);
  const alike = useAppState(useShallow((state) => findAlike(state, id)));
  const { stated, open } = toStated(missing, draft);
  const isReading = recording.status === 'waiting' || recording.status === 'reading';
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.documentElement.scrollTop = 0;
    title.current?.focus();
  }, []);
  const onEscape = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isReading) return;
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    void putAside(id);
  });
  useEffect(() => {
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, []);
  return (
    <form
      className="ask panel"
      aria-labelledby="ask-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (open.length === 0 && !isReading) void stateFacts(id, stated, isForAll ? alike : []);
      }}
    >
      <header>
        <h2 id="ask-title" ref={title} tabIndex={-1}>
          <CircleHelp aria-hidden="true" size={20} />
          {askText.title(toRecordingName(names))}
        </h2>
        <p>{sentence}</p>
        <p className="quiet">{askText.introduction}</p>
      </header>
      <div className="ask-questions">
        {missing.map((asked) => (
          <Question
            key={asked.fact}
            asked={asked}
            choice={draft[asked.fact]}
            onChange={(choice) => setDraft((known) => ({ ...known, [asked.fact]: choice }))}
          />
        ))}
      </div>
      <div className="ask-outcome">
        {preview && <StatedPreview preview={preview} stated={stated} />}
        {refusal !== null && (
          <p role="alert" className="ask-refusal">
            <TriangleAlert aria-hidden="true" size={16} />
            {refusal}
          </p>
        )}
        {alike.length > 0 && <CheckEntry label={askText.alsoFor(alike.length)} isChecked={isForAll} onChange={setForAll} />}
        <div className="ask-actions">
          <Button type="submit" className="button primary" isDisabled={open.length > 0} isPending={isReading}>
            {isReading ? askText.drawing : askText.draw}
          </Button>
          <Button className="button" isDisabled={isReading} onPress={() => void putAside(id)}>
            {recording.status === 'ready' ? askText.leave : askText.putAside} <kbd>{askText.keys}</kbd>
          </Button>
        </div>
        <p className="quiet" role="status">
          {open.length > 0 && askText.open(open)}
        </p>
      </div>
    </form>
  );
}
