import { useEffect, useMemo, useRef } from 'react';
import { durationSeconds } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { findModelView, findReceptiveField, findSelectedContribution, shownForm, toUsedEcg } from '../../store/selectors';
import { findMutedLeads, shownExplanation } from '../../store/shownExplanation';
import type { ReadyRecording } from '../../store/state';
import { EcgFigure } from '../../viewer/EcgFigure';
import type { Arrangement } from '../../viewer/arrangement';
import { layoutEcg } from '../../viewer/layoutEcg';
import { DEFAULT_PAPER, pixelsOf } from '../../viewer/paper';
import { TimeLedgerLane } from '../../viewer/TimeLedgerLane';
import { useAppState } from '../AppStoreContext';
import { EcgPaper } from './EcgPaper';
import { EvidenceNote } from './EvidenceNote';
import { SaveEcgFigure } from '../figures/SaveEcgFigure';
import { toFullLogits, toLaneNote } from './laneNote';
import { text } from '../text';
import { usePixelsPerMm } from './usePixelsPerMm';

interface EcgPanelProps {
  readonly recording: ReadyRecording;
}

/** A lead alone fills the paper's window, but is drawn no larger than this by itself. */
const MOST_ALONE = 4;

/** The ECG on its paper with the chosen evidence marked, and below it where in time the evidence lies. */
export function EcgPanel({ recording }: EcgPanelProps) {
  const layout = useAppState(shownForm);
  const { leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv } = useAppState(({ display }) => display);
  const derived = useAppState(findModelView);
  const measured = usePixelsPerMm();
  const pixelsPerMm = measured ?? DEFAULT_PAPER.pixelsPerMm;
  const { magnification, focus, calipers } = useAppState(({ sheet }) => sheet);
  const ownPaper = useMemo(
    () => ({ pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv }),
    [pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv],
  );
  const paper = useMemo(() => ({ ...ownPaper, pixelsPerMm: pixelsPerMm * magnification }), [ownPaper, pixelsPerMm, magnification]);
  const allLeads = useMemo((): Arrangement => ({ layout, leadOrder, rhythmLead }), [layout, leadOrder, rhythmLead]);
  const alone = focus?.lead ?? null;
  const arrangement = useMemo(
    (): Arrangement => (alone === null ? allLeads : { layout: 'single', leadOrder, rhythmLead: alone }),
    [allLeads, leadOrder, alone],
  );
  const contribution = useAppState(findSelectedContribution);
  const explained = useAppState(shownExplanation);
  const mutedLeads = useAppState(findMutedLeads);
  const ecg = toUsedEcg(recording.ecg);
  const match = useMemo(() => {
    if (!contribution?.match) return null;
    const { startSeconds, endSeconds } = contribution.match;
    return { startSeconds, endSeconds, label: text.ecg.match };
  }, [contribution]);
  const field = useAppState(findReceptiveField);
  const halo = useMemo(() => field && { ...field, label: text.sheet.halo }, [field]);
  const sheet = useMemo(() => layoutEcg(ecg, arrangement, match, ownPaper), [ecg, arrangement, match, ownPaper]);
  const ownHeight = useMemo(
    () => pixelsOf(ownPaper, layoutEcg(ecg, allLeads, match, ownPaper).heightMm),
    [ecg, allLeads, match, ownPaper],
  );
  const toFill = (lead: LeadName): number => {
    const { heightMm } = layoutEcg(ecg, { layout: 'single', leadOrder, rhythmLead: lead }, null, ownPaper);
    return Math.min(MOST_ALONE, ownHeight / pixelsOf(ownPaper, heightMm));
  };
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (match && scroll.current) showMark(scroll.current);
  }, [match, layout, ownPaper]);
  return (
    <section className="ecg-panel" aria-labelledby="ecg-title">
      <h2 id="ecg-title" className="visually-hidden">
        {text.ecg.title}
      </h2>
      <EcgPaper
        scroll={scroll}
        drawn={derived?.ecg ?? ecg}
        arrangement={arrangement}
        sheet={sheet}
        paper={paper}
        toFill={toFill}
        ownHeight={ownHeight}
        more={<SaveEcgFigure />}
        lane={
          explained.status === 'ready' && (
            <TimeLedgerLane
              {...explained.ledger}
              durationSeconds={durationSeconds(ecg)}
              paper={paper}
              match={match}
              fullLogits={toFullLogits(explained.original)}
              note={toLaneNote(explained.explanation)}
            />
          )
        }
      >
        <EcgFigure
          ecg={ecg}
          derived={derived}
          paper={paper}
          isTrueSize={measured !== undefined}
          magnification={magnification}
          arrangement={arrangement}
          match={match}
          mutedLeads={mutedLeads}
          halo={halo}
          calipers={calipers}
          title={text.ecg.figure(paperSpeedMmPerSecond, gainMmPerMv)}
        />
      </EcgPaper>
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
