import type { PairCell, PairLayout } from './pairLayout';
import type { PairLayer } from './pairScene';

/** Lead names stand this far right of the cell's start, in millimetres. */
export const NAME_X_MM = 1;

/** The room of the longest name, "aVR", in millimetres. */
const NAME_WIDTH_MM = 7;
const NAME_HEIGHT_MM = 3;
/** Where a name may stand: its foot from the centre line, first as on paper; never so far that it seems to name another row. */
const FEET_MM = [-4.5, -8, 5.5];
/** Space between the foot or the head of a name and the edge of its cell. */
const EDGE_MM = 0.5;

/**
 * The height of a lead's name in its cell: the foot of its letters, in millimetres from the top of the panel. As on paper it
 * stands a little above the centre line; where a trace runs through it there, higher or below, where fewest do.
 */
export function findNameHeightMm(layers: readonly PairLayer[], layout: PairLayout, cell: PairCell): number {
  const highest = cell.yMm + NAME_HEIGHT_MM + EDGE_MM;
  const lowest = cell.yMm + cell.heightMm - EDGE_MM;
  const places = FEET_MM.map((foot) => cell.baselineMm + foot).filter((foot, i) => i === 0 || (foot >= highest && foot <= lowest));
  const hits = places.map((place) => layers.reduce((sum, layer) => sum + countCrossings(layer, layout, cell, place), 0));
  return places[hits.indexOf(Math.min(...hits))]!;
}

/** How many steps from sample to sample run through a name with its foot at this height. */
function countCrossings(layer: PairLayer, { paper, shown }: PairLayout, cell: PairCell, footMm: number): number {
  const { ecg, extents, originSeconds } = layer;
  const samples = ecg.leads[cell.lead];
  const start = originSeconds + shown.startSeconds;
  const end = start + (NAME_X_MM + NAME_WIDTH_MM) / paper.paperSpeedMmPerSecond;
  const first = Math.max(0, Math.floor(start * ecg.samplingRateHz));
  const last = Math.min(samples.length - 1, Math.ceil(end * ecg.samplingRateHz));
  const heightOf = (i: number): number => cell.baselineMm - (samples[i]! - extents[cell.lead].centreMv) * paper.gainMmPerMv;
  let crossings = 0;
  for (let i = first; i < last; i++) {
    const [a, b] = [heightOf(i), heightOf(i + 1)];
    if (Math.min(a, b) <= footMm && Math.max(a, b) >= footMm - NAME_HEIGHT_MM) crossings++;
  }
  return crossings;
}
