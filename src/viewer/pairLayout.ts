import type { LeadName } from '../ecg/lead';
import type { TimeSpan } from './layout';
import type { LeadExtent, LeadExtents } from './leadExtent';
import { DEFAULT_PAPER, type Paper } from './paper';
import { fitRow, limitsAtGain, stackRows, type RowLimits } from './row';

/** The place of one lead in a panel, in millimetres from its upper left corner. */
export interface PairCell {
  readonly lead: LeadName;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** The lead's centre line, from the top of the panel. */
  readonly baselineMm: number;
}

/** The geometry that the patient's panel and the prototype's share, so that equal places mean equal time and voltage. */
export interface PairLayout {
  readonly paper: Paper;
  /** Two panels beside each other, or the patient's above the prototype's. */
  readonly arrangement: 'beside' | 'above';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly cells: readonly PairCell[];
  /** What every cell shows, in seconds on the pair's common axis. */
  readonly shown: TimeSpan;
  /** Whether lead names stand in a margin left of the cells. */
  readonly hasNameMargin: boolean;
}

/** Between two panels beside each other, in millimetres. */
export const PANEL_GAP_MM = 4;

/** The most context shown on either side of a segment, in seconds; less where two ECGs on one paper would be tangled. */
export const MAX_CONTEXT_SECONDS = 0.4;
export const OVERLAID_CONTEXT_SECONDS = 0.16;
/** Less context than this shows nothing, and none leaves the paper free of marks: then all of a cell is segment. */
const MIN_CONTEXT_SECONDS = 0.04;
const NAME_MARGIN_MM = 9;
/** Room for the last number of the time axis. */
const END_MARGIN_MM = 3;
const RECORD_AXIS_MM = 6;
const CELL_LIMITS: RowLimits = { minMm: 12, maxMm: 26, nameRoomMm: 7 };
/** At half the gain of the reader's paper. */
const RECORD_ROW_LIMITS: RowLimits = { minMm: 7, maxMm: 14, nameRoomMm: 0 };
const RECORD_SHARE = 1 / 2;

const FOUR_COLUMNS: readonly (readonly LeadName[])[] = [
  ['I', 'aVR', 'V1', 'V4'],
  ['II', 'aVL', 'V2', 'V5'],
  ['III', 'aVF', 'V3', 'V6'],
];
const THREE_COLUMNS: readonly (readonly LeadName[])[] = [
  ['I', 'II', 'III'],
  ['aVR', 'aVL', 'aVF'],
  ['V1', 'V2', 'V3'],
  ['V4', 'V5', 'V6'],
];
const ONE_COLUMN = THREE_COLUMNS.flat().map((lead) => [lead]);

/** The larger extent of two recordings, lead by lead, in millivolts: rows fit both. */
function joinExtents(a: LeadExtent, b: LeadExtent): LeadExtent {
  return { centreMv: 0, upMv: Math.max(a.upMv, b.upMv), downMv: Math.max(a.downMv, b.downMv) };
}

function placeCells(
  leadRows: readonly (readonly LeadName[])[],
  extents: readonly [LeadExtents, LeadExtents],
  paper: Paper,
  limits: RowLimits,
  cellMm: number,
  leftMm: number,
): { readonly cells: PairCell[]; readonly heightMm: number } {
  const rows = leadRows.map((leads) => ({
    leads,
    gapMm: 0,
    fit: fitRow(leads.map((lead) => joinExtents(extents[0][lead], extents[1][lead])), paper, limits),
  }));
  const { topsMm, bottomMm } = stackRows(rows, 0, paper);
  const cells = rows.flatMap(({ leads, fit }, row) =>
    leads.map((lead, column): PairCell => {
      const yMm = topsMm[row]!;
      const xMm = leftMm + column * cellMm;
      return { lead, xMm, yMm, widthMm: cellMm, heightMm: fit.heightMm, baselineMm: yMm + fit.baselineMm };
    }),
  );
  return { cells, heightMm: bottomMm };
}

/** How many panels share the width: both beside each other where each has room for four columns, else one above the other. */
function arrangePanels(spanSeconds: number, paper: Paper, availableMm: number, panelCount: 1 | 2) {
  const spanMm = spanSeconds * paper.paperSpeedMmPerSecond;
  const halfMm = (availableMm - PANEL_GAP_MM) / 2;
  const arrangement = panelCount === 2 && halfMm >= 4 * spanMm ? ('beside' as const) : ('above' as const);
  const panelMm = arrangement === 'beside' ? halfMm : availableMm;
  return { arrangement, panelMm, rows: panelMm >= 4 * spanMm ? FOUR_COLUMNS : THREE_COLUMNS };
}

/**
 * Lays out segments of all twelve leads at full scale: 3 × 4 panels beside each other where `availableMm` has room for both,
 * else above each other, else in three columns; with up to 0.4 s of context on either side where there is room for it.
 */
export function layoutSegments(
  segmentSeconds: number,
  extents: readonly [LeadExtents, LeadExtents],
  paper: Paper,
  availableMm: number,
  panelCount: 1 | 2 = 2,
): PairLayout {
  const { arrangement, panelMm, rows } = arrangePanels(segmentSeconds, paper, availableMm, panelCount);
  const roomSeconds = panelMm / rows[0]!.length / paper.paperSpeedMmPerSecond;
  const mostSeconds = panelCount === 1 ? OVERLAID_CONTEXT_SECONDS : MAX_CONTEXT_SECONDS;
  const possibleSeconds = (roomSeconds - segmentSeconds) / 2;
  const contextSeconds = possibleSeconds < MIN_CONTEXT_SECONDS ? 0 : Math.min(mostSeconds, possibleSeconds);
  const cellMm = (segmentSeconds + 2 * contextSeconds) * paper.paperSpeedMmPerSecond;
  return {
    paper,
    arrangement,
    widthMm: cellMm * rows[0]!.length,
    shown: { startSeconds: -contextSeconds, endSeconds: segmentSeconds + contextSeconds },
    hasNameMargin: false,
    ...placeCells(rows, extents, paper, limitsAtGain(CELL_LIMITS, DEFAULT_PAPER.gainMmPerMv, paper), cellMm, 0),
  };
}

/** Lays out one beat of all twelve leads at full scale, in the way of segments; `shown` is all of it. */
export function layoutBeats(
  shown: TimeSpan,
  extents: readonly [LeadExtents, LeadExtents],
  paper: Paper,
  availableMm: number,
  panelCount: 1 | 2,
): PairLayout {
  const seconds = shown.endSeconds - shown.startSeconds;
  const { arrangement, rows } = arrangePanels(seconds, paper, availableMm, panelCount);
  const cellMm = seconds * paper.paperSpeedMmPerSecond;
  return {
    paper,
    arrangement,
    widthMm: cellMm * rows[0]!.length,
    shown,
    hasNameMargin: false,
    ...placeCells(rows, extents, paper, limitsAtGain(CELL_LIMITS, DEFAULT_PAPER.gainMmPerMv, paper), cellMm, 0),
  };
}

/**
 * Lays out whole records in twelve rows at half the paper's speed and gain: the patient's above the prototype's, or beside
 * it where `availableMm` has room for both.
 */
export function layoutRecords(
  durationSeconds: number,
  extents: readonly [LeadExtents, LeadExtents],
  fullPaper: Paper,
  availableMm: number,
): PairLayout {
  const paper: Paper = {
    pixelsPerMm: fullPaper.pixelsPerMm,
    paperSpeedMmPerSecond: fullPaper.paperSpeedMmPerSecond * RECORD_SHARE,
    gainMmPerMv: fullPaper.gainMmPerMv * RECORD_SHARE,
  };
  const rowMm = durationSeconds * paper.paperSpeedMmPerSecond;
  const widthMm = NAME_MARGIN_MM + rowMm + END_MARGIN_MM;
  const limits = limitsAtGain(RECORD_ROW_LIMITS, DEFAULT_PAPER.gainMmPerMv * RECORD_SHARE, paper);
  const { cells, heightMm } = placeCells(ONE_COLUMN, extents, paper, limits, rowMm, NAME_MARGIN_MM);
  return {
    paper,
    arrangement: availableMm >= 2 * widthMm + PANEL_GAP_MM ? 'beside' : 'above',
    widthMm,
    heightMm: heightMm + RECORD_AXIS_MM,
    cells,
    shown: { startSeconds: 0, endSeconds: durationSeconds },
    hasNameMargin: true,
  };
}
