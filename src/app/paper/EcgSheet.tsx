import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { Arrangement, EcgLayout } from '../../viewer/arrangement';
import { EcgFigure } from '../../viewer/EcgFigure';
import type { Halo } from '../../viewer/haloMarks';
import { layoutEcg } from '../../viewer/layoutEcg';
import { DEFAULT_PAPER, type Paper, pixelsOf } from '../../viewer/paper';
import type { DerivedSignal } from '../../viewer/settingsLines';
import type { MarkedSpan } from '../../viewer/sheetMarks';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';
import { EcgPaper } from './EcgPaper';
import { useSheet } from './SheetContext';
import { useFittingScale } from './useFittingScale';
import { usePixelsPerMm } from './usePixelsPerMm';

interface EcgSheetProps {
  readonly ecg: Ecg;
  /** What is drawn in place of the recording; null: the recording itself. */
  readonly derived?: DerivedSignal | null;
  /** How all leads are laid out. */
  readonly layout: EcgLayout;
  /** The segment to mark in every lead that shows its time. */
  readonly match: MarkedSpan | null;
  /** What of the record the network could see for it. */
  readonly halo: Halo | null;
  readonly mutedLeads?: readonly LeadName[];
  /** What was seen in each lead whose signal is to be doubted, sentences. */
  readonly faults?: ReadonlyMap<LeadName, string>;
  /** Whether paper of no measured size is drawn somewhat smaller where that brings all of it into its window. */
  readonly isFitted?: boolean;
  /** What stands below the figure on its time axis, at the scale at which that is drawn. */
  readonly lane?: (paper: Paper) => ReactNode;
  /** What else can be done with the figure, beside the paper's tools. */
  readonly more?: ReactNode;
}

/** A lead alone fills the paper's window, but is drawn no larger than this by itself. */
const MOST_ALONE = 4;

/** An ECG on paper at the reader's speed and gain, held by the sheet around it: magnified, one lead alone, measured. */
export function EcgSheet(props: EcgSheetProps) {
  const { ecg, derived = null, layout, match, halo, mutedLeads, faults, isFitted = false, lane, more } = props;
  const { leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv } = useAppState(({ display }) => display);
  const { magnification, focus, calipers } = useSheet().sheet;
  const scroll = useRef<HTMLDivElement>(null);
  const allLeads = useMemo((): Arrangement => ({ layout, leadOrder, rhythmLead }), [layout, leadOrder, rhythmLead]);
  const measured = usePixelsPerMm();
  const { widthMm } = useMemo(
    () => layoutEcg(ecg, allLeads, match, { ...DEFAULT_PAPER, paperSpeedMmPerSecond, gainMmPerMv }),
    [ecg, allLeads, match, paperSpeedMmPerSecond, gainMmPerMv],
  );
  const fitting = useFittingScale(scroll, widthMm);
  const pixelsPerMm = measured ?? (isFitted ? fitting : DEFAULT_PAPER.pixelsPerMm);
  const ownPaper = useMemo(
    () => ({ pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv }),
    [pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv],
  );
  const paper = useMemo(() => ({ ...ownPaper, pixelsPerMm: pixelsPerMm * magnification }), [ownPaper, pixelsPerMm, magnification]);
  const alone = focus?.lead ?? null;
  const arrangement = useMemo(
    (): Arrangement => (alone === null ? allLeads : { layout: 'single', leadOrder, rhythmLead: alone }),
    [allLeads, leadOrder, alone],
  );
  const sheet = useMemo(() => layoutEcg(ecg, arrangement, match, ownPaper), [ecg, arrangement, match, ownPaper]);
  const ownHeight = useMemo(
    () => pixelsOf(ownPaper, layoutEcg(ecg, allLeads, match, ownPaper).heightMm),
    [ecg, allLeads, match, ownPaper],
  );
  const toFill = (lead: LeadName): number => {
    const { heightMm } = layoutEcg(ecg, { layout: 'single', leadOrder, rhythmLead: lead }, null, ownPaper);
    return Math.min(MOST_ALONE, ownHeight / pixelsOf(ownPaper, heightMm));
  };
  useEffect(() => {
    if (match && scroll.current) showMark(scroll.current);
  }, [match, layout, ownPaper]);
  return (
    <EcgPaper
      scroll={scroll}
      drawn={derived?.ecg ?? ecg}
      arrangement={arrangement}
      sheet={sheet}
      paper={paper}
      toFill={toFill}
      ownHeight={ownHeight}
      more={more}
      lane={lane?.(paper)}
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
        faults={faults}
        halo={halo}
        calipers={calipers}
        title={text.ecg.figure(paperSpeedMmPerSecond, gainMmPerMv)}
      />
    </EcgPaper>
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
