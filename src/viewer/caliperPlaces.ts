import type { LeadName } from '../ecg/lead';
import type { CaliperEnds, Calipers } from '../signal/measure/calipers';
import type { LeadStrip, Sheet } from './layout';
import type { Paper } from './paper';
import { isShown, type SheetPoint, toStripX } from './sheetPoint';

/** Half the distance of new calipers' ends, in seconds. */
const HALF_SECONDS = 0.5;

/**
 * The end of the calipers that lies within reach of x, in CSS pixels, on the strip that was pointed at; of both, the nearer,
 * and of two on one spot the active one. Only times have lines on other leads' strips.
 */
export function findNearEnd(
  { strip }: SheetPoint,
  calipers: Calipers,
  paper: Paper,
  x: number,
  reach: number,
): 0 | 1 | undefined {
  if (calipers.kind !== 'time' && strip.lead !== calipers.lead) return undefined;
  const order = calipers.activeEnd === 0 ? ([0, 1] as const) : ([1, 0] as const);
  const distanceOf = (end: 0 | 1): number =>
    isShown(strip, calipers.ends[end]) ? Math.abs(x - toStripX(strip, paper, calipers.ends[end])) : Infinity;
  const [near, far] = order;
  const end = distanceOf(far) < distanceOf(near) ? far : near;
  return distanceOf(end) <= reach ? end : undefined;
}

/** Where new calipers go: a second apart around a moment, on the lead that shows it longest, as a rhythm strip does. */
export function placeCalipers(sheet: Sheet, aroundSeconds: number): { readonly lead: LeadName; readonly ends: CaliperEnds } {
  const showing = sheet.strips.filter((strip) => isShown(strip, aroundSeconds));
  const candidates = showing.length > 0 ? showing : sheet.strips;
  const strip = candidates.reduce((best, next) => (rank(next) > rank(best) ? next : best));
  const { startSeconds, endSeconds, lead } = strip;
  const half = Math.min(HALF_SECONDS, (endSeconds - startSeconds) / 4);
  const middle = Math.min(endSeconds - half, Math.max(startSeconds + half, aroundSeconds));
  return { lead, ends: [middle - half, middle + half] };
}

/** Longer strips first; of equal ones lead II, on which rhythm is read. */
function rank({ startSeconds, endSeconds, lead }: LeadStrip): number {
  return endSeconds - startSeconds + (lead === 'II' ? 1e-3 : 0);
}
