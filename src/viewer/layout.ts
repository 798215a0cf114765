import { type Arrangement, toLeadRows } from './arrangement';
import { invertExtent, type LeadExtents } from './leadExtent';
import type { ShownLead } from './leadOrder';
import { CALIBRATION_PULSE, DEFAULT_PAPER, type Paper } from './paper';
import { fitRow, stackRows, type RowLimits } from './row';

/** A stretch of time, in seconds from the start of the record. */
export interface TimeSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** One stretch of one lead, and its place on the sheet in millimetres from the upper left corner. */
export interface LeadStrip extends TimeSpan, ShownLead {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where the lead's centre line lies, in millimetres from the top of the sheet. */
  readonly baselineMm: number;
}

/** The sheet and the places of everything on it, in millimetres. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly strips: readonly LeadStrip[];
  /** The time under the lowest row. */
  readonly axis: TimeSpan & { readonly yMm: number };
  /** In `matched`: the time that every column shows, to be bracketed over the rhythm strip. */
  readonly bracket: (TimeSpan & { readonly yMm: number }) | null;
}

/** The longest time that one sheet shows, in seconds. */
export const SHEET_SECONDS = 10;
/** The calibration pulse begins here, in millimetres from the sheet's left edge. */
export const PULSE_START_MM = 1;

/** The left margin holds the calibration pulse, which is as long as the paper is fast: 8 mm at 25 mm/s, 13 mm at 50 mm/s. */
export function leftMarginMm(paper: Paper): number {
  const { seconds, footMm } = CALIBRATION_PULSE;
  return PULSE_START_MM + 2 * footMm + seconds * paper.paperSpeedMmPerSecond;
}

/** The right margin of the sheet, in millimetres. */
export const RIGHT_MARGIN_MM = 2;

const TOP_MARGIN_MM = 4;
const BRACKET_MM = 7;
/**
 * Time axis and settings, on paper of usual size. Their words neither grow nor shrink with the paper: one lead, drawn twice
 * as large or more, needs less, and paper that is drawn smaller needs more.
 */
const FOOT_MM = 15;
const SINGLE_FOOT_MM = 10.5;
/** The limits of a row at 10 mm/mV. */
const ROW_LIMITS: RowLimits = { minMm: 12, maxMm: 22, nameRoomMm: 7 };
/** How many columns share the time in `matched`. */
const MATCHED_COLUMNS = 4;
const STRIP_GAP_MM = 2;

interface Row {
  readonly leads: readonly ShownLead[];
  /** The time of the row's leads, one span each. */
  readonly spans: readonly TimeSpan[];
  /** Space above the row, in millimetres. */
  readonly gapMm: number;
}

/** The time that every column of the `matched` layout shows: a quarter of the sheet's time around the evidence window. */
export function matchedSpan(durationSeconds: number, match: TimeSpan | null): TimeSpan {
  const shown = Math.min(durationSeconds, SHEET_SECONDS);
  const columnSeconds = shown / MATCHED_COLUMNS;
  const middle = match === null ? shown / 2 : (match.startSeconds + match.endSeconds) / 2;
  const startSeconds = Math.min(Math.max(0, middle - columnSeconds / 2), shown - columnSeconds);
  return { startSeconds, endSeconds: startSeconds + columnSeconds };
}

/** Rows become higher with the gain, never lower than a name needs. */
function rowLimits({ gainMmPerMv }: Paper): RowLimits {
  const factor = Math.max(1, gainMmPerMv / DEFAULT_PAPER.gainMmPerMv);
  return { ...ROW_LIMITS, minMm: ROW_LIMITS.minMm * factor, maxMm: ROW_LIMITS.maxMm * factor };
}

function rowsOf(arrangement: Arrangement, whole: TimeSpan, matched: TimeSpan): Row[] {
  const { grid, strips } = toLeadRows(arrangement);
  const isMatched = arrangement.layout === 'matched';
  const gridRows = grid.map((leads) => {
    const columnSeconds = whole.endSeconds / leads.length;
    const spans = leads.map((_, column) =>
      isMatched ? matched : { startSeconds: column * columnSeconds, endSeconds: (column + 1) * columnSeconds },
    );
    return { leads, spans, gapMm: 0 };
  });
  const firstGapMm = isMatched ? BRACKET_MM : STRIP_GAP_MM;
  const stripRows = strips.map((lead, i) => ({ leads: [lead], spans: [whole], gapMm: i === 0 ? firstGapMm : 0 }));
  return [...gridRows, ...stripRows];
}

/**
 * Lays the twelve leads on a sheet. At 10 mm/mV a row is 12 to 22 mm high, as its traces need; a larger trace runs into
 * the neighbouring rows, as on paper, and the sheet grows where it would run off it.
 */
export function layoutSheet(
  arrangement: Arrangement,
  durationSeconds: number,
  match: TimeSpan | null,
  extents: LeadExtents,
  paper: Paper,
): Sheet {
  const whole = { startSeconds: 0, endSeconds: Math.min(durationSeconds, SHEET_SECONDS) };
  const matched = matchedSpan(durationSeconds, match);
  const limits = rowLimits(paper);
  const extentOf = ({ lead, isInverted }: ShownLead) => (isInverted ? invertExtent(extents[lead]) : extents[lead]);
  const rows = rowsOf(arrangement, whole, matched).map((row) => ({
    ...row,
    fit: fitRow(row.leads.map(extentOf), paper, limits),
  }));
  const marginMm = leftMarginMm(paper);
  const { topsMm, bottomMm } = stackRows(rows, TOP_MARGIN_MM, paper);
  const strips = rows.flatMap(({ leads, spans, fit }, row): LeadStrip[] => {
    const yMm = topsMm[row]!;
    let endMm = marginMm;
    return leads.map((lead, column) => {
      const span = spans[column]!;
      const widthMm = (span.endSeconds - span.startSeconds) * paper.paperSpeedMmPerSecond;
      const xMm = endMm;
      endMm += widthMm;
      return { ...lead, ...span, xMm, yMm, widthMm, heightMm: fit.heightMm, baselineMm: yMm + fit.baselineMm };
    });
  });
  return {
    widthMm: marginMm + whole.endSeconds * paper.paperSpeedMmPerSecond + RIGHT_MARGIN_MM,
    heightMm: bottomMm + (arrangement.layout === 'single' ? SINGLE_FOOT_MM : FOOT_MM) * Math.max(1, DEFAULT_PAPER.pixelsPerMm / paper.pixelsPerMm),
    strips,
    axis: { ...whole, yMm: bottomMm },
    bracket: arrangement.layout === 'matched' ? { ...matched, yMm: topsMm.at(-1)! } : null,
  };
}
