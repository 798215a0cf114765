import { useEffect, useMemo, useRef } from 'react';
import { durationSeconds } from '../ecg/ecg';
import { findModelView, findSelectedContribution, shownForm, toUsedEcg } from '../store/selectors';
import { findMutedLeads, shownExplanation } from '../store/shownExplanation';
import type { ReadyRecording } from '../store/state';
import { EcgFigure } from '../viewer/EcgFigure';
import { DEFAULT_PAPER } from '../viewer/paper';
import { TimeLedgerLane } from '../viewer/TimeLedgerLane';
import { useAppState } from './AppStoreContext';
import { EvidenceNote } from './EvidenceNote';
import { text } from './text';
import { toLaneNote } from './laneNote';
import { usePixelsPerMm } from './usePixelsPerMm';

interface EcgPanelProps {
  readonly recording: ReadyRecording;
}

/** The ECG on its paper with the chosen evidence marked, and below it where in time the evidence lies. */
export function EcgPanel({ recording }: EcgPanelProps) {
  const layout = useAppState(shownForm);
  const { leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv } = useAppState(({ display }) => display);
  const derived = useAppState(findModelView);
  const measured = usePixelsPerMm();
  const pixelsPerMm = measured ?? DEFAULT_PAPER.pixelsPerMm;
  const paper = useMemo(
    () => ({ pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv }),
    [pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv],
  );
  const arrangement = useMemo(() => ({ layout, leadOrder, rhythmLead }), [layout, leadOrder, rhythmLead]);
  const contribution = useAppState(findSelectedContribution);
  const explained = useAppState(shownExplanation);
  const mutedLeads = useAppState(findMutedLeads);
  const ecg = toUsedEcg(recording.ecg);
  const match = useMemo(() => {
    if (!contribution?.match) return null;
    const { startSeconds, endSeconds } = contribution.match;
    return { startSeconds, endSeconds, label: text.ecg.match };
  }, [contribution]);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (match && scroll.current) showMark(scroll.current);
  }, [match, layout, paper]);
  return (
    <section className="ecg-panel" aria-labelledby="ecg-title">
      <h2 id="ecg-title" className="visually-hidden">
        {text.ecg.title}
      </h2>
      <div ref={scroll} className="paper-scroll" role="region" aria-label={text.ecg.scroll} tabIndex={0}>
        <EcgFigure
          ecg={ecg}
          derived={derived}
          paper={paper}
          isTrueSize={measured !== undefined}
          arrangement={arrangement}
          match={match}
          mutedLeads={mutedLeads}
          title={text.ecg.figure(paperSpeedMmPerSecond, gainMmPerMv)}
        />
        {explained.status === 'ready' && (
          <TimeLedgerLane
            {...explained.ledger}
            durationSeconds={durationSeconds(ecg)}
            paper={paper}
            match={match}
            note={toLaneNote(explained.explanation)}
          />
        )}
      </div>
      {contribution && <EvidenceNote contribution={contribution} />}
    </section>
  );
}

/** Scrolls paper that is wider than its window sideways until the first mark on it can be seen. */
function showMark(paper: HTMLElement): void {
  const mark = paper.querySelector('.paper-evidence')?.getBoundingClientRect();
  if (!mark) return;
  const view = paper.getBoundingClientRect();
  if (mark.left >= view.left && mark.right <= view.right) return;
  paper.scrollBy({ left: (mark.left + mark.right - view.left - view.right) / 2 });
}
