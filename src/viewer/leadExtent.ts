import { durationSeconds, type Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';

/** Where a lead's trace lies: its centre line, and how far it goes above and below it; all in millivolts. */
export interface LeadExtent {
  /** The lead's median over the whole record, free of any constant offset, or another level that it is read against. */
  readonly centreMv: number;
  /** The highest sample above the centre, at least 0. */
  readonly upMv: number;
  /** The lowest sample below the centre, at least 0. */
  readonly downMv: number;
}

/** One extent for each lead. */
export type LeadExtents = Readonly<Record<LeadName, LeadExtent>>;

/** The extent of the same lead drawn upside down. */
export function invertExtent({ centreMv, upMv, downMv }: LeadExtent): LeadExtent {
  return { centreMv: -centreMv, upMv: downMv, downMv: upMv };
}

/** The median of the finite samples, in millivolts; 0 where there are none. */
function medianMv(samples: Float32Array): number {
  const finite = samples.filter(Number.isFinite).sort();
  return finite.length === 0 ? 0 : finite[finite.length >> 1]!;
}

/**
 * The extents of all leads between two times, in seconds, each around its median over the whole record or around the
 * given level, in millivolts.
 */
export function leadExtents(
  ecg: Ecg,
  startSeconds: number,
  endSeconds: number,
  levelsMv?: Readonly<Partial<Record<LeadName, number>>>,
): LeadExtents {
  const first = Math.max(0, Math.ceil(startSeconds * ecg.samplingRateHz));
  const last = Math.min(ecg.sampleCount - 1, Math.floor(endSeconds * ecg.samplingRateHz));
  const extentOf = (lead: LeadName): LeadExtent => {
    const samples = ecg.leads[lead];
    const centreMv = levelsMv?.[lead] ?? medianMv(samples);
    let upMv = 0;
    let downMv = 0;
    for (let i = first; i <= last; i++) {
      const millivolts = samples[i]! - centreMv;
      if (millivolts > upMv) upMv = millivolts;
      if (-millivolts > downMv) downMv = -millivolts;
    }
    return { centreMv, upMv, downMv };
  };
  return mapLeads(extentOf);
}

const whole = new WeakMap<Ecg, LeadExtents>();

/** The extents of all leads over the whole recording; found once for a recording. */
export function wholeExtents(ecg: Ecg): LeadExtents {
  let extents = whole.get(ecg);
  if (!extents) {
    extents = leadExtents(ecg, 0, durationSeconds(ecg));
    whole.set(ecg, extents);
  }
  return extents;
}
