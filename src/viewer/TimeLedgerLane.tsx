import { sum } from 'd3';
import { useCallback, useId, useMemo } from 'react';
import './bars.css';
import { formatLogit, formatNumber, formatSeconds, formatSpan } from './format';
import { leftMarginMm, RIGHT_MARGIN_MM, SHEET_SECONDS } from './layout';
import { drawTimeLedger, type LedgerWindow } from './marks/drawTimeLedger';
import { Mark } from './marks/Mark';
import type { Paper } from './paper';
import { pixelsOf } from './paper';
import type { MarkedSpan } from './sheetMarks';
import './TimeLedgerLane.css';

interface TimeLedgerLaneProps {
  /** What each window contributes to the statement, in logits; together the morphology branch's contribution. */
  readonly contributions: readonly number[];
  readonly windowStartSeconds: readonly number[];
  readonly windowEndSeconds: readonly number[];
  readonly durationSeconds: number;
  readonly paper: Paper;
  readonly match: MarkedSpan | null;
  /** What would fill the lane if it came evenly from all windows, in logits; a window that has more fills it too. */
  readonly fullLogits: number;
  /** What else there is to know of it, in sentences. */
  readonly note?: string;
}

const HEIGHT = 56;

/** Where in time a statement's morphology evidence lies, on the time axis of the ECG sheet above it. */
export function TimeLedgerLane(props: TimeLedgerLaneProps) {
  const { contributions, windowStartSeconds, windowEndSeconds, durationSeconds, paper, match, fullLogits, note } = props;
  const id = useId();
  const seconds = Math.min(durationSeconds, SHEET_SECONDS);
  const windows = useMemo(
    () =>
      contributions.map((contribution, i): LedgerWindow => ({
        contribution,
        startSeconds: windowStartSeconds[i]!,
        endSeconds: windowEndSeconds[i]!,
      })),
    [contributions, windowStartSeconds, windowEndSeconds],
  );
  const full = Math.max(fullLogits / windows.length, ...windows.map(({ contribution }) => Math.abs(contribution)));
  const draw = useCallback(
    () => drawTimeLedger(id, windows, full, seconds, match, paper, HEIGHT),
    [id, windows, full, seconds, match, paper],
  );
  const width = pixelsOf(paper, leftMarginMm(paper) + seconds * paper.paperSpeedMmPerSecond + RIGHT_MARGIN_MM);
  return (
    <figure className="time-ledger-lane" style={{ width }}>
      <svg aria-hidden width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <Mark draw={draw} />
      </svg>
      <figcaption style={{ paddingInlineStart: pixelsOf(paper, leftMarginMm(paper)) }}>
        {toCaption(windows, full)}
        {note && ` ${note}`}
      </figcaption>
    </figure>
  );
}

function toCaption(windows: readonly LedgerWindow[], full: number): string {
  const strongest = windows.reduce((best, next) => (Math.abs(next.contribution) > Math.abs(best.contribution) ? next : best));
  const total = sum(windows, ({ contribution }) => contribution);
  return (
    `Morphology evidence in time (${formatLogit(total)} logits): a step per ` +
    `${formatSeconds(strongest.endSeconds - strongest.startSeconds)} window, up supports, down opposes; ` +
    `strongest at ${formatSpan(strongest.startSeconds, strongest.endSeconds)} (${formatLogit(strongest.contribution)}); full height ±${formatNumber(Number(full.toPrecision(2)))}.`
  );
}
