import type { LeadName } from '../ecg/lead';
import { STANDARD_LEADS } from '../ecg/lead';
import type { LeadExtents } from './leadExtent';
import type { Paper } from './paper';
import { fitRow, stackRows, type RowLimits } from './row';

/**
 * How the twelve leads share the sheet.
 * - `page`: the clinical 3 × 4 page, four columns of consecutive time, and lead II over the whole time below;
 * - `matched`: the same, but every column shows the same time, that around the evidence window, so that it is seen in all leads;
 * - `stacked`: twelve rows over the whole time.
 */
export type EcgLayout = 'page' | 'matched' | 'stacked';

/** A stretch of time, in seconds from the start of the record. */
export interface TimeSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** One stretch of one lead, and its place on the sheet in millimetres from the upper left corner. */
export interface LeadStrip extends TimeSpan {
  readonly lead: LeadName;
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
/** The left margin holds the calibration pulse, in millimetres. */
export const LEFT_MARGIN_MM = 8;
/** The right margin of the sheet, in millimetres. */
export const RIGHT_MARGIN_MM = 2;

const COLUMNS: readonly (readonly LeadName[])[] = [
  ['I', 'II', 'III'],
  ['aVR', 'aVL', 'aVF'],
  ['V1', 'V2', 'V3'],
  ['V4', 'V5', 'V6'],
];
const RHYTHM_LEAD: LeadName = 'II';
const TOP_MARGIN_MM = 3;
const BRACKET_MM = 7;
/** Time axis and settings line. */
const FOOT_MM = 13;
const ROW_LIMITS: RowLimits = { minMm: 12, maxMm: 22, nameRoomMm: 7 };

interface Row {
  readonly leads: readonly LeadName[];
  /** The time of the row's leads, one span each. */
  readonly spans: readonly TimeSpan[];
  /** Space above the row, in millimetres. */
  readonly gapMm: number;
}

/** The time that every column of the `matched` layout shows: a quarter of the sheet's time around the evidence window. */
export function matchedSpan(durationSeconds: number, match: TimeSpan | null): TimeSpan {
  const shown = Math.min(durationSeconds, SHEET_SECONDS);
  const columnSeconds = shown / COLUMNS.length;
  const middle = match === null ? shown / 2 : (match.startSeconds + match.endSeconds) / 2;
  const startSeconds = Math.min(Math.max(0, middle - columnSeconds / 2), shown - columnSeconds);
  return { startSeconds, endSeconds: startSeconds + columnSeconds };
}

function rowsOf(layout: EcgLayout, whole: TimeSpan, matched: TimeSpan): Row[] {
  if (layout === 'stacked') return STANDARD_LEADS.map((lead) => ({ leads: [lead], spans: [whole], gapMm: 0 }));
  const columnSeconds = whole.endSeconds / COLUMNS.length;
  const spans = COLUMNS.map((_, column) =>
    layout === 'matched'
      ? matched
      : { startSeconds: column * columnSeconds, endSeconds: (column + 1) * columnSeconds },
  );
  const grid = COLUMNS[0]!.map((_, row) => ({ leads: COLUMNS.map((column) => column[row]!), spans, gapMm: 0 }));
  return [...grid, { leads: [RHYTHM_LEAD], spans: [whole], gapMm: layout === 'matched' ? BRACKET_MM : 2 }];
}

/**
 * Lays the twelve leads on a sheet. A row is 12 to 22 mm high, as its traces need; a larger trace runs into the
 * neighbouring rows, as on paper, and the sheet grows where it would run off it.
 */
export function layoutSheet(
  layout: EcgLayout,
  durationSeconds: number,
  match: TimeSpan | null,
  extents: LeadExtents,
  paper: Paper,
): Sheet {
  const whole = { startSeconds: 0, endSeconds: Math.min(durationSeconds, SHEET_SECONDS) };
  const matched = matchedSpan(durationSeconds, match);
  const rows = rowsOf(layout, whole, matched).map((row) => ({
    ...row,
    fit: fitRow(row.leads.map((lead) => extents[lead]), paper, ROW_LIMITS),
  }));
  const { topsMm, bottomMm } = stackRows(rows, TOP_MARGIN_MM);
  const strips = rows.flatMap(({ leads, spans, fit }, row): LeadStrip[] => {
    const yMm = topsMm[row]!;
    let endMm = LEFT_MARGIN_MM;
    return leads.map((lead, column) => {
      const span = spans[column]!;
      const widthMm = (span.endSeconds - span.startSeconds) * paper.paperSpeedMmPerSecond;
      const xMm = endMm;
      endMm += widthMm;
      return { lead, ...span, xMm, yMm, widthMm, heightMm: fit.heightMm, baselineMm: yMm + fit.baselineMm };
    });
  });
  return {
    widthMm: LEFT_MARGIN_MM + whole.endSeconds * paper.paperSpeedMmPerSecond + RIGHT_MARGIN_MM,
    heightMm: bottomMm + FOOT_MM,
    strips,
    axis: { ...whole, yMm: bottomMm },
    bracket: layout === 'matched' ? { ...matched, yMm: topsMm.at(-1)! } : null,
  };
}
