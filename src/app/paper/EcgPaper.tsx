import { type CSSProperties, type KeyboardEvent, lazy, type ReactNode, type RefObject, Suspense, type UIEvent, useCallback, useEffect, useId, useRef } from 'react';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { Calipers } from '../../signal/measure/calipers';
import type { Arrangement } from '../../viewer/arrangement';
import { placeCalipers } from '../../viewer/caliperPlaces';
import { leftMarginMm, type Sheet } from '../../viewer/layout';
import { orderLeads } from '../../viewer/leadOrder';
import { LeadNames } from '../../viewer/LeadNames';
import { type Paper, pixelsOf, xOf } from '../../viewer/paper';
import { findStrip, toStripX } from '../../viewer/sheetPoint';
import { findPaperAction } from './paperKeys';
import { PaperTools } from './PaperTools';
import { useSheet } from './SheetContext';
import { text } from '../text';
import { useEdges } from './useEdges';
import { usePaperPointer } from './usePaperPointer';
import { useZoom } from './useZoom';

interface EcgPaperProps {
  /** What scrolls. */
  readonly scroll: RefObject<HTMLDivElement | null>;
  /** What is drawn, at the scale at which it is drawn. */
  readonly drawn: Ecg;
  readonly arrangement: Arrangement;
  readonly sheet: Sheet;
  readonly paper: Paper;
  /** How large a lead alone is drawn so that it fills the window. */
  readonly toFill: (lead: LeadName) => number;
  /** The height of the sheet with all leads and not magnified, in CSS pixels. */
  readonly ownHeight: number;
  /** The figure. */
  readonly children: ReactNode;
  /** What stands below the figure on its time axis. */
  readonly lane: ReactNode;
  /** What else can be done with the figure, beside the paper's tools. */
  readonly more: ReactNode;
}

const CaliperControls = lazy(async () => ({ default: (await import('./CaliperControls')).CaliperControls }));

/** Room that is kept beside an end of the calipers that is scrolled into view, in CSS pixels. */
const EDGE = 24;

/** The ECG's paper in a window: it scrolls, comes nearer, shows one lead alone, and bears calipers. */
export function EcgPaper({ scroll, drawn, arrangement, sheet, paper, toFill, ownHeight, children, lane, more }: EcgPaperProps) {
  const id = useId();
  const { sheet: state, actions } = useSheet();
  const { calipers, focus, magnification } = state;
  const { changeCalipers, focusLead, magnify } = actions;

  const toX = useCallback(
    (seconds: number) => pixelsOf(paper, leftMarginMm(paper)) + xOf(paper, seconds),
    [paper],
  );
  useZoom({ scroll, sheet: state, magnify, toX });
  useEdges(scroll, magnification === 1 && focus === null, Boolean(lane));
  // Only calipers that moved are looked for, not those that a zoom has left behind.
  const seen = useRef(calipers);
  useEffect(() => {
    if (calipers && calipers !== seen.current) bringIntoView(scroll.current!, sheet, paper, calipers);
    seen.current = calipers;
  }, [scroll, calipers, sheet, paper]);

  const showLead = (lead: LeadName | null, seconds: number | null = null): void =>
    lead === null ? focusLead(null) : focusLead(lead, seconds, toFill(lead));
  const startCalipers = (): void => {
    const { scrollLeft, clientWidth } = scroll.current!;
    const middle = (scrollLeft + clientWidth / 2) / paper.pixelsPerMm - leftMarginMm(paper);
    const { lead, ends } = placeCalipers(sheet, Math.min(sheet.axis.endSeconds, middle / paper.paperSpeedMmPerSecond));
    actions.startCalipers(lead, ends);
  };
  const pointer = usePaperPointer({
    scroll,
    sheet,
    paper,
    calipers,
    changeCalipers,
    onPick: ({ strip, seconds }) => (focus ? showLead(null) : showLead(strip.lead, seconds)),
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    const leads = orderLeads(arrangement.leadOrder).map(({ lead }) => lead);
    const act = findPaperAction(event, { sheet: state, drawn, leads, actions, showLead, startCalipers });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <div className="paper-tools" role="group" aria-label={text.sheet.tools}>
        <PaperTools startCalipers={startCalipers} showLead={showLead} />
        {calipers && (
          <Suspense>
            <CaliperControls calipers={calipers} drawn={drawn} sheet={sheet} showLead={showLead} />
          </Suspense>
        )}
        {more}
      </div>
      <div
        ref={scroll}
        className="paper-scroll"
        role="region"
        aria-label={text.ecg.scroll}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        data-calipers={calipers !== null || undefined}
        data-magnified={magnification !== 1 || undefined}
        data-alone={focus !== null || undefined}
        style={{ '--own-height': `${ownHeight}px` } as CSSProperties}
        onKeyDown={onKeyDown}
        onScroll={noteShift}
      >
        <div className="paper-sheet" {...pointer}>
          {children}
          <LeadNames sheet={sheet} paper={paper} />
        </div>
        {lane && <div className="paper-lane">{lane}</div>}
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {text.sheet.keys}
      </p>
    </>
  );
}

/** Tells the style sheet whether the sheet is scrolled sideways, so that its names must follow; no frame waits for React. */
function noteShift({ currentTarget }: UIEvent<HTMLElement>): void {
  currentTarget.toggleAttribute('data-shifted', currentTarget.scrollLeft > 0);
}

/** Scrolls so that the end of the calipers that moved can be seen. */
function bringIntoView(
  element: HTMLElement,
  sheet: Sheet,
  paper: Paper,
  { lead, ends, activeEnd }: Calipers,
): void {
  const strip = findStrip(sheet, lead, ends);
  if (!strip) return;
  const x = toStripX(strip, paper, ends[activeEnd]);
  const top = pixelsOf(paper, strip.yMm);
  const bottom = pixelsOf(paper, strip.yMm + strip.heightMm);
  const { scrollLeft, scrollTop, clientWidth } = element;
  const lane = element.querySelector<HTMLElement>('.paper-lane')?.offsetHeight ?? 0;
  const height = element.clientHeight - lane;
  if (x < scrollLeft || x > scrollLeft + clientWidth) element.scrollLeft = x < scrollLeft ? x - EDGE : x - clientWidth + EDGE;
  if (top < scrollTop) element.scrollTop = top;
  else if (bottom > scrollTop + height) element.scrollTop = Math.min(top, bottom - height);
}
