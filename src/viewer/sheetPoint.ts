import type { LeadName } from '../ecg/lead';
import type { LeadStrip, Sheet, TimeSpan } from './layout';
import { type Paper, pixelsOf, xOf } from './paper';

/** A moment in a lead, and the strip that shows it. */
export interface SheetPoint {
  readonly strip: LeadStrip;
  /** In seconds from the start of the recording. */
  readonly seconds: number;
}

/**
 * What lies at (x, y), in CSS pixels from the upper left corner of the drawn sheet: the strip of the nearest row and, of
 * that, the nearest column, and its nearest moment.
 */
export function findPoint(sheet: Sheet, paper: Paper, x: number, y: number): SheetPoint {
  const [xMm, yMm] = [x / paper.pixelsPerMm, y / paper.pixelsPerMm];
  const strip = sheet.strips.reduce((nearest, next) => {
    const rowDistance = distance(yMm, next.yMm, next.heightMm) - distance(yMm, nearest.yMm, nearest.heightMm);
    const columnDistance = distance(xMm, next.xMm, next.widthMm) - distance(xMm, nearest.xMm, nearest.widthMm);
    return rowDistance < 0 || (rowDistance === 0 && columnDistance < 0) ? next : nearest;
  });
  return { strip, seconds: toStripSeconds(strip, paper, x) };
}

/** The moment of a strip that lies at x, in CSS pixels from the left edge of the drawn sheet; within the strip. */
export function toStripSeconds(strip: LeadStrip, paper: Paper, x: number): number {
  const seconds = strip.startSeconds + (x / paper.pixelsPerMm - strip.xMm) / paper.paperSpeedMmPerSecond;
  return Math.min(strip.endSeconds, Math.max(strip.startSeconds, seconds));
}

/** Where a moment lies that the strip shows, in CSS pixels from the left edge of the drawn sheet. */
export function toStripX(strip: LeadStrip, paper: Paper, seconds: number): number {
  return pixelsOf(paper, strip.xMm) + xOf(paper, seconds - strip.startSeconds);
}

/** Times on the border of two strips belong to both, whatever their rounding. */
const ROUNDING_SECONDS = 1e-6;

/** Whether a strip shows a moment. */
export function isShown({ startSeconds, endSeconds }: TimeSpan, seconds: number): boolean {
  return seconds >= startSeconds - ROUNDING_SECONDS && seconds <= endSeconds + ROUNDING_SECONDS;
}

/** The strip of a lead that shows most of the given moments; of equal ones that over the longest time. */
export function findStrip(sheet: Sheet, lead: LeadName, moments: readonly number[]): LeadStrip | undefined {
  const shownOf = (strip: LeadStrip): number => moments.filter((seconds) => isShown(strip, seconds)).length;
  return sheet.strips
    .filter((strip) => strip.lead === lead)
    .toSorted((a, b) => shownOf(b) - shownOf(a) || b.widthMm - a.widthMm)[0];
}

function distance(place: number, start: number, length: number): number {
  return Math.max(0, start - place, place - (start + length));
}
