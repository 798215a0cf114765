import type { LeadExtent } from './leadExtent';
import type { Paper } from './paper';

/** A row of leads that share one centre line, in millimetres. */
export interface RowFit {
  readonly heightMm: number;
  /** The centre line's distance from the top of the row. */
  readonly baselineMm: number;
  /** How far the highest trace goes above the centre line, beyond the row if need be. */
  readonly upMm: number;
  /** How far the lowest trace goes below it. */
  readonly downMm: number;
}

/** What a row's height must respect, in millimetres. */
export interface RowLimits {
  readonly minMm: number;
  readonly maxMm: number;
  /** Space kept above the centre line for the lead's name. */
  readonly nameRoomMm: number;
}

/** Rows become higher with the gain, never lower than a name needs. @param gainMmPerMv the gain that `limits` are for. */
export function limitsAtGain(limits: RowLimits, gainMmPerMv: number, paper: Paper): RowLimits {
  const factor = Math.max(1, paper.gainMmPerMv / gainMmPerMv);
  return { ...limits, minMm: limits.minMm * factor, maxMm: limits.maxMm * factor };
}

/** Space above and below the traces of a row, together, in millimetres. */
const AIR_MM = 2;

/** Rows from top to bottom, in millimetres. */
export interface RowStack {
  /** The top of each row. */
  readonly topsMm: readonly number[];
  /** Where the rows and every trace that leaves them end. */
  readonly bottomMm: number;
}

/** A trace may leave the outermost rows; room is made for it up to this much, in millivolts. */
const MAX_OVERSHOOT_MV = 4;
/** Space kept between the furthest trace and the edge, in millimetres. */
const EDGE_MM = 1;

/** Gives a row the height its traces need, in whole millimetres within the limits, with the traces in its middle. */
export function fitRow(extents: readonly LeadExtent[], paper: Paper, limits: RowLimits): RowFit {
  const upMm = Math.max(...extents.map((extent) => extent.upMv)) * paper.gainMmPerMv;
  const downMm = Math.max(...extents.map((extent) => extent.downMv)) * paper.gainMmPerMv;
  const heightMm = Math.min(limits.maxMm, Math.max(limits.minMm, Math.ceil(upMm + downMm + AIR_MM)));
  const centredMm = (heightMm - upMm - downMm) / 2 + upMm;
  return { heightMm, baselineMm: Math.max(limits.nameRoomMm, centredMm), upMm, downMm };
}

/**
 * Puts rows below each other from `startMm` on, each after its own gap. A trace that is larger than its row runs into the
 * neighbouring rows, as on paper; where it would run off the first or the last row there is room for it.
 */
export function stackRows(
  rows: readonly { readonly fit: RowFit; readonly gapMm: number }[],
  startMm: number,
  paper: Paper,
): RowStack {
  const maxOvershootMm = MAX_OVERSHOOT_MV * paper.gainMmPerMv;
  const topsMm: number[] = [];
  let endMm = startMm;
  let highestMm = 0;
  let lowestMm = 0;
  for (const { fit, gapMm } of rows) {
    const topMm = endMm + gapMm;
    topsMm.push(topMm);
    endMm = topMm + fit.heightMm;
    highestMm = Math.min(highestMm, topMm + fit.baselineMm - fit.upMm - EDGE_MM);
    lowestMm = Math.max(lowestMm, topMm + fit.baselineMm + fit.downMm + EDGE_MM);
  }
  const aboveMm = Math.ceil(Math.min(maxOvershootMm, -highestMm));
  const belowMm = Math.ceil(Math.min(maxOvershootMm, Math.max(0, lowestMm - endMm)));
  return { topsMm: topsMm.map((topMm) => topMm + aboveMm), bottomMm: endMm + aboveMm + belowMm };
}
