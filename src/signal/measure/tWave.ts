import { toMovingMean } from './movingMean';
import { findMedian, findRobustDeviation } from './statistics';

/** The end of the T wave of a median beat. */
export interface TWave {
  /** In fractional samples. */
  readonly offset: number;
  /** The standard deviation of the leads' own ends about it, in samples; 0 for a single lead. */
  readonly spread: number;
  /** In how many leads it was measured. */
  readonly leadCount: number;
}

/** A T wave of at least this size, in millivolts, and of this share of the largest one, has an end to be measured. */
const SMALLEST_MV = 0.08;
const SMALLEST_SHARE = 0.35;

/** A later, opposite deflection of at least this share is the second half of a biphasic T wave. */
const SECOND_HALF_SHARE = 0.4;

/** From J to the earliest T peak, and from T peak to the steepest part of its end at the latest, in seconds. */
const EARLIEST_SECONDS = 0.06;
const LATEST_SLOPE_SECONDS = 0.16;

/** Where T may lie, in samples: it peaks between the end of QRS and `latestPeak`, and ends before `limit`. */
export interface TRange {
  readonly qrsOffset: number;
  readonly latestPeak: number;
  readonly limit: number;
}

interface LeadT {
  readonly sizeMv: number;
  readonly offset: number;
}

/**
 * The T wave's end by the tangent: where the steepest line along its end meets the level before QRS (Lepeschkin E,
 * Surawicz B, Circulation 1952;6:378); the median over the leads with a sufficiently tall T. Undefined where no lead has
 * one.
 * @param leads millivolts against the level before QRS.
 */
export function findTWave(
  leads: readonly Float64Array[],
  range: TRange,
  samplingRateHz: number,
): TWave | undefined {
  const ends = leads.flatMap((samples) => findLeadT(samples, range, samplingRateHz) ?? []);
  const largest = Math.max(0, ...ends.map(({ sizeMv }) => sizeMv));
  const tall = ends.filter(({ sizeMv }) => sizeMv >= Math.max(SMALLEST_MV, SMALLEST_SHARE * largest));
  if (tall.length === 0) return undefined;
  const offsets = tall.map(({ offset }) => offset);
  return { offset: findMedian(offsets), spread: findRobustDeviation(offsets), leadCount: tall.length };
}

function findLeadT(
  samples: Float64Array,
  { qrsOffset, latestPeak, limit }: TRange,
  samplingRateHz: number,
): LeadT | undefined {
  const smooth = toMovingMean(toMovingMean(samples, 0.02 * samplingRateHz), 0.02 * samplingRateHz);
  const first = Math.round(qrsOffset + EARLIEST_SECONDS * samplingRateHz);
  const last = Math.min(smooth.length - 2, Math.floor(limit));
  const peaks: number[] = [];
  for (let index = first; index <= Math.min(last, latestPeak); index++) {
    const value = smooth[index]!;
    const isTop = value > 0 && value >= smooth[index - 1]! && value > smooth[index + 1]!;
    const isBottom = value < 0 && value <= smooth[index - 1]! && value < smooth[index + 1]!;
    if (isTop || isBottom) peaks.push(index);
  }
  const size = (index: number): number => Math.abs(smooth[index]!);
  const main = peaks.reduce((one, other) => (size(other) > size(one) ? other : one), peaks[0] ?? -1);
  if (main < 0) return undefined;
  const second = peaks.filter(
    (index) => index > main && smooth[index]! * smooth[main]! < 0 && size(index) >= SECOND_HALF_SHARE * size(main),
  )[0];
  const offset = findTangentEnd(smooth, second ?? main, last, samplingRateHz);
  return offset === undefined ? undefined : { sizeMv: size(main), offset };
}

function findTangentEnd(
  smooth: Float64Array,
  peak: number,
  last: number,
  samplingRateHz: number,
): number | undefined {
  const sign = Math.sign(smooth[peak]!);
  const half = Math.max(1, Math.round(0.006 * samplingRateHz));
  let steepest = { at: -1, slope: 0 };
  const end = Math.min(last - half, peak + Math.round(LATEST_SLOPE_SECONDS * samplingRateHz));
  for (let index = peak; index <= end; index++) {
    const slope = (-sign * (smooth[index + half]! - smooth[index - half]!)) / (2 * half);
    if (slope > steepest.slope) steepest = { at: index, slope };
    // Behind the first third of the way down, another wave (U, the next P) has a slope of its own.
    if (sign * smooth[index]! < 0.15 * Math.abs(smooth[peak]!)) break;
  }
  return steepest.slope > 0 ? steepest.at + (sign * smooth[steepest.at]!) / steepest.slope : undefined;
}
