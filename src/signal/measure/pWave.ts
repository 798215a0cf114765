import { toMovingMean } from './movingMean';
import type { WaveLimits } from './qrsLimits';
import { findStillness, toSpatialVelocity, toVelocityParts, withoutStillness } from './spatialVelocity';
import type { VelocityParts } from './spatialVelocity';
import { findJackknifeDeviation, findMedian } from './statistics';
import { findWaveEdge } from './waveEdge';
import { findWaveRim } from './waveRim';

/** One independent lead of a median beat: millivolts and the spread of the beats about it. */
export interface SpreadLead {
  readonly samples: Float64Array;
  readonly spreadMv: Float64Array;
}

/** P moves slowly: its slopes are taken over twice this, in seconds. */
const HALF_SECONDS = 0.009;

/** A heart vector that moves slower than this, in millivolts per second, is no P wave. */
const SLOWEST_MV_PER_SECOND = 1.6;

/** The longest P wave, and the longest pause within it (between the summits of a notched one), in seconds. */
const LONGEST_SECONDS = 0.165;
const LONGEST_PAUSE_SECONDS = 0.05;

/** Shares of the highest velocity within P: what surely is P, the flank, and stillness. */
const CORE_SHARE = 0.3;
const HIGH_SHARE = 0.5;
const LOW_SHARE = 0.2;

/** P stands out by this multiple of what chance would leave of waves that keep no step with QRS (fibrillation). */
const CHANCE_FACTOR = 2.8;

/**
 * Between T and P atria rest. Where, over at least the stretch in seconds, they move at more than this share of the
 * velocity within P (medians), they flutter.
 */
const FLUTTER_SHARE = 0.4;
const REST_SECONDS = 0.08;

/** The smallest P vector over all leads, in millivolts. */
const SMALLEST_MV = 0.04;

/**
 * The P wave of a median beat: the last movement of the heart vector before QRS, where it is the same before each beat.
 * Undefined where there is none: fibrillating or dissociated atria leave in the median only what chance leaves.
 * @param leads independent leads.
 * @param earliest the end of the T wave before, or as far back as P may lie, in samples.
 * @param beatCount how many beats the median was made of.
 */
export function findPWave(
  leads: readonly SpreadLead[],
  earliest: number,
  qrsOnset: number,
  samplingRateHz: number,
  beatCount: number,
): WaveLimits | undefined {
  const smooth = leads.map(({ samples }) => toMovingMean(samples, 0.012 * samplingRateHz));
  const parts = toVelocityParts(smooth, samplingRateHz, HALF_SECONDS);
  const limits = findLimits(parts, -1, earliest, qrsOnset, samplingRateHz);
  if (!limits || !standsOut(leads, limits, samplingRateHz, beatCount)) return undefined;
  const others = leads.flatMap((_, lead) => findLimits(parts, lead, earliest, qrsOnset, samplingRateHz) ?? []);
  return {
    ...limits,
    onsetDeviation: findJackknifeDeviation(others.map(({ onset }) => onset)),
    offsetDeviation: findJackknifeDeviation(others.map(({ offset }) => offset)),
  };
}

function findLimits(
  parts: VelocityParts,
  without: number,
  earliest: number,
  qrsOnset: number,
  samplingRateHz: number,
): { onset: number; offset: number } | undefined {
  const toSamples = (seconds: number): number => Math.round(seconds * samplingRateHz);
  const velocity = toSpatialVelocity(parts, without);
  const first = Math.max(0, Math.round(earliest));
  const last = Math.floor(qrsOnset) - toSamples(HALF_SECONDS + 0.004);
  const stillness = findStillness(velocity, first, last, toSamples(0.024), 0.08);
  const moving = withoutStillness(velocity, stillness);
  const least = Math.max(SLOWEST_MV_PER_SECOND, 3 * stillness);
  const top = findLastTop(moving, first, last, least, toSamples(LONGEST_SECONDS));
  if (top === undefined) return undefined;
  const highest = moving[top]!;
  const fast = { core: CORE_SHARE * highest, pause: toSamples(LONGEST_PAUSE_SECONDS) };
  const right = findWaveRim(moving, top, 1, { ...fast, limit: last });
  const left = findWaveRim(moving, top, -1, { ...fast, limit: Math.max(first, right - toSamples(LONGEST_SECONDS)) });
  const low = Math.max(LOW_SHARE * highest, 0.8 * stillness);
  const options = { low, high: Math.max(HIGH_SHARE * highest, 2 * low), quiet: toSamples(0.008), reach: toSamples(0.012) };
  const onset = findWaveEdge(moving, left, -1, { ...options, limit: first });
  const offset = findWaveEdge(moving, right, 1, { ...options, limit: last });
  // A P wave may rise from T or run into QRS, but not both: atria that never rest are fluttering.
  if (onset === undefined && offset === undefined) return undefined;
  const begin = onset ?? findSlowest(moving, first, left);
  const rest = begin - first >= toSamples(REST_SECONDS) ? findUsual(moving, first, begin) : 0;
  if (rest > FLUTTER_SHARE * findUsual(moving, begin, right)) return undefined;
  return { onset: begin, offset: Math.min(offset ?? qrsOnset, qrsOnset) };
}

/** The fastest sample of the last movement before QRS: within one P length of the last one that is fast enough. */
function findLastTop(moving: Float64Array, first: number, last: number, least: number, reach: number): number | undefined {
  let fast = last;
  while (fast >= first && moving[fast]! < least) fast--;
  if (fast < first) return undefined;
  let top = fast;
  for (let index = fast; index >= Math.max(first, fast - reach); index--) if (moving[index]! > moving[top]!) top = index;
  return top;
}

function findUsual(moving: Float64Array, from: number, to: number): number {
  return findMedian(moving.subarray(Math.round(from), Math.max(Math.round(from) + 1, Math.round(to))));
}

/** Where P rises from the T wave before it: the slowest sample between them. */
function findSlowest(moving: Float64Array, first: number, left: number): number {
  let slowest = left;
  for (let index = left; index >= first; index--) if (moving[index]! < moving[slowest]!) slowest = index;
  return slowest;
}

function standsOut(
  leads: readonly SpreadLead[],
  { onset, offset }: { readonly onset: number; readonly offset: number },
  samplingRateHz: number,
  beatCount: number,
): boolean {
  const from = Math.max(0, Math.round(onset));
  const to = Math.round(offset);
  let chance = 0;
  const size = new Float64Array(to - from + 1);
  for (const { samples, spreadMv } of leads) {
    const smooth = toMovingMean(samples, 0.02 * samplingRateHz);
    for (let index = from; index <= to; index++) {
      const share = (index - from) / Math.max(1, to - from);
      size[index - from]! += (smooth[index]! - smooth[from]! - share * (smooth[to]! - smooth[from]!)) ** 2;
      // The standard error of a median is 1.25 times that of a mean.
      chance += (1.25 * spreadMv[index]!) ** 2 / beatCount / size.length;
    }
  }
  const largest = Math.sqrt(size.reduce((one, other) => Math.max(one, other), 0));
  return largest >= SMALLEST_MV && largest >= CHANCE_FACTOR * Math.sqrt(chance);
}
