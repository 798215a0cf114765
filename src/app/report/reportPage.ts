import { durationSeconds, type Ecg } from '../../ecg/ecg';
import type { Arrangement } from '../../viewer/arrangement';
import { layoutSheet, type TimeSpan } from '../../viewer/layout';
import { leadExtents } from '../../viewer/leadExtent';
import type { MarkedSpan } from '../../viewer/sheetMarks';
import { DEFAULT_PAPER, type Paper } from '../../viewer/paper';

/** A4 on its side without its margins of 6 mm, in the paper's own millimetres. */
export const PAGE_MM = { width: 285, height: 197.5 } as const;

/** What a report's parts take, in millimetres; what the ECG leaves is for the explanation. */
export const REPORT_MM = {
  head: 14.5,
  gap: 1.5,
  line: 4.3,
  statements: 55,
  ledger: 82,
  cases: 142,
  caseGap: 2,
  /** Between the evidence sentence and the cases. */
  sentenceGap: 1,
  statementRow: 8.6,
  ledgerHead: 11,
  ledgerRow: 4,
  /** Two lines over a case. */
  caseCaption: 9,
} as const;

/** The least that an explanation needs below the ECG, in millimetres: the sums of the branches, and one case. */
const LEAST_EXPLANATION_MM = 50;
const MOST_ECG_MM = PAGE_MM.height - REPORT_MM.head - 2 * REPORT_MM.gap - LEAST_EXPLANATION_MM;

/** The paper that a report is printed on: a CSS millimetre is a millimetre of it. */
const PRINT_SPEED = 25;

/** How the ECG is drawn in a report. */
export interface ReportSheet {
  readonly paper: Paper;
  readonly arrangement: Arrangement;
  readonly heightMm: number;
  /** What differs from the reader's own choice. */
  readonly changed: SheetChange;
}

/** Which of the reader's choices do not fit on paper. */
export interface SheetChange {
  readonly layout: boolean;
  readonly speed: boolean;
  readonly gain: boolean;
}

/**
 * The reader's own layout and gain at 25 mm/s where that fits the page; ten seconds at 50 mm/s never do. What is too high
 * becomes a whole page of 3 × 4 with a rhythm strip, and if need be loses gain.
 */
export function chooseReportSheet(ecg: Ecg, wanted: Arrangement, screen: Paper, match: MarkedSpan | null): ReportSheet {
  const duration = durationSeconds(ecg);
  const extents = leadExtents(ecg, 0, duration);
  const page: Arrangement = { ...wanted, layout: 'page' };
  const forms = [
    [wanted, screen.gainMmPerMv],
    [page, screen.gainMmPerMv],
    [page, Math.min(10, screen.gainMmPerMv)],
    [page, 5],
    // No ECG of a heart needs this; artefacts do.
    [page, 2.5],
  ] as const;
  const sheets = forms.map(([arrangement, gainMmPerMv]): ReportSheet => {
    const paper = { ...DEFAULT_PAPER, paperSpeedMmPerSecond: PRINT_SPEED, gainMmPerMv };
    const centre: TimeSpan | null = arrangement.layout === 'matched' ? match : null;
    return {
      paper,
      arrangement,
      heightMm: layoutSheet(arrangement, duration, centre, extents, paper).heightMm,
      changed: {
        speed: screen.paperSpeedMmPerSecond !== PRINT_SPEED,
        gain: gainMmPerMv !== screen.gainMmPerMv,
        layout: arrangement.layout !== wanted.layout,
      },
    };
  });
  return sheets.find(({ heightMm }) => heightMm <= MOST_ECG_MM) ?? sheets.at(-1)!;
}

/** How much of each list fits below the ECG. */
export interface ReportFit {
  /** Height of the part below the ECG, in millimetres. */
  readonly heightMm: number;
  readonly statementCount: number;
  /** Prototypes of each branch with a row of their own. */
  readonly topCount: number;
  /** Height of the evidence sentence. */
  readonly sentenceMm: number;
  /** Height of the strips of cases. */
  readonly casesMm: number;
}

/** Rows of the chart of contributions without any prototype: bias, each branch with its others, logit. */
const LEAST_ROWS = 8;
const MOST_TOP = 3;

/** What stands below the ECG. */
export interface ReportContent {
  readonly statementCount: number;
  /** How many characters the evidence sentence has. */
  readonly sentenceLength: number;
  /** Whether a line says what differs from the screen. */
  readonly hasNote: boolean;
}

/** What is written in 12 px in the width of the cases, at least. */
const CHARACTERS_A_LINE = 78;

/** What fits below the ECG, so that a report is one page: as many statements and prototypes as there is room for. */
export function fitReport(sheetMm: number, { statementCount, sentenceLength, hasNote }: ReportContent): ReportFit {
  const { head, gap, line, sentenceGap, statementRow, ledgerHead, ledgerRow, caseCaption } = REPORT_MM;
  const heightMm = PAGE_MM.height - head - sheetMm - 2 * gap - (hasNote ? line + gap : 0);
  const sentenceMm = Math.ceil(sentenceLength / CHARACTERS_A_LINE) * line + sentenceGap;
  const columnMm = heightMm - line;
  // Below the table's head.
  const listMm = columnMm - line;
  const areAllIn = statementCount * statementRow <= listMm;
  const topCount = Math.floor(((columnMm - ledgerHead) / ledgerRow - LEAST_ROWS) / 3);
  return {
    heightMm,
    // The line that says how many more there are needs room, too.
    statementCount: areAllIn ? statementCount : Math.max(1, Math.floor((listMm - line) / statementRow)),
    topCount: Math.min(MOST_TOP, Math.max(0, topCount)),
    sentenceMm,
    // The cases have a heading, too.
    casesMm: columnMm - sentenceMm - line - caseCaption,
  };
}

/** The width that each of so many cases beside each other has, in millimetres. */
export function caseWidthMm(count: number): number {
  const { cases, caseGap } = REPORT_MM;
  return (cases - (count - 1) * caseGap) / count;
}
