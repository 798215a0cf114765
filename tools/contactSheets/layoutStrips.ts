import type { LeadName } from '../../src/ecg/lead';
import type { TimeSpan } from '../../src/viewer/layout';
import type { LeadExtents } from '../../src/viewer/leadExtent';

/** A stretch of one lead. */
export interface Stretch extends TimeSpan {
  readonly lead: LeadName;
}

/** A stretch of one lead, and its place in millimetres from the upper left corner. */
export interface Strip extends Stretch {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where the lead's centre line lies. */
  readonly baselineMm: number;
}

const COLUMNS: readonly (readonly LeadName[])[] = [
  ['I', 'II', 'III'],
  ['aVR', 'aVL', 'aVF'],
  ['V1', 'V2', 'V3'],
  ['V4', 'V5', 'V6'],
];
/** How high a row may be, and how much of it stays free, in millimetres. */
const ROW_MM = { min: 10, max: 24, air: 2 };

/** The clinical page: three rows of four leads, one after the other in time, and lead II over the whole time below. */
export function pageRows(durationSeconds: number): readonly (readonly Stretch[])[] {
  const columnSeconds = durationSeconds / COLUMNS.length;
  const page = COLUMNS[0].map((_, row) =>
    COLUMNS.map((leads, column) => ({
      lead: leads[row],
      startSeconds: column * columnSeconds,
      endSeconds: (column + 1) * columnSeconds,
    })),
  );
  return [...page, [{ lead: 'II', startSeconds: 0, endSeconds: durationSeconds }]];
}

/** Six rows of two leads over the same time: limb leads below each other, and the chest leads beside them. */
export function segmentRows(span: TimeSpan): readonly (readonly Stretch[])[] {
  const limb = [...COLUMNS[0], ...COLUMNS[1]];
  const chest = [...COLUMNS[2], ...COLUMNS[3]];
  return limb.map((lead, row) => [{ lead, ...span }, { lead: chest[row], ...span }]);
}

/**
 * Puts rows below each other at 25 mm/s and 10 mm/mV, each as high as its traces need within limits; the outermost rows
 * as high as need be, so that no trace leaves the paper.
 *
 * @param gapMm between the leads of a row.
 */
export function layoutStrips(rows: readonly (readonly Stretch[])[], extents: LeadExtents, gapMm: number): readonly Strip[] {
  let bottomMm = 0;
  return rows.flatMap((row, i) => {
    const upMm = 10 * Math.max(...row.map(({ lead }) => extents[lead].upMv));
    const downMm = 10 * Math.max(...row.map(({ lead }) => extents[lead].downMv));
    const isOutermost = i === 0 || i === rows.length - 1;
    const heightMm = Math.min(isOutermost ? Infinity : ROW_MM.max, Math.max(ROW_MM.min, upMm + downMm + ROW_MM.air));
    const yMm = bottomMm;
    bottomMm += heightMm;
    let xMm = 0;
    return row.map((stretch): Strip => {
      const widthMm = 25 * (stretch.endSeconds - stretch.startSeconds);
      const strip = { ...stretch, xMm, yMm, widthMm, heightMm, baselineMm: yMm + (heightMm + upMm - downMm) / 2 };
      xMm += widthMm + gapMm;
      return strip;
    });
  });
}
