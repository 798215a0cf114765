import { findStillness, toSpatialVelocity, toVelocityParts, withoutStillness } from './spatialVelocity';
import { findJackknifeDeviation } from './statistics';
import { findWaveEdge } from './waveEdge';
import { findWaveRim } from './waveRim';

/** Begin and end of a wave, in fractional samples of the median beat. */
export interface WaveLimits {
  readonly onset: number;
  readonly offset: number;
  /** How far each would move if another set of leads had been recorded (jackknife), in samples. */
  readonly onsetDeviation: number;
  readonly offsetDeviation: number;
}

/** Half of the stretch over which slopes are taken, in seconds: short enough for the first forces of the septum. */
const HALF_SECONDS = 0.004;

/** No QRS reaches farther from its R peak, in seconds. */
const FARTHEST_SECONDS = 0.16;

/** Shares of the highest velocity: what surely is QRS, the flank, and stillness. */
const CORE_SHARE = 0.2;
const HIGH_SHARES = { before: 0.07, after: 0.2 };
const LOW_SHARES = { before: 0.025, after: 0.08 };

/** Noise moves the heart vector by up to this multiple of its usual velocity. */
const NOISE_FACTOR = 1.2;

/** A pause within QRS (the top of a broad R) is no longer than this, in seconds. */
const LONGEST_PAUSE_SECONDS = 0.036;

/**
 * The earliest onset and the latest offset of QRS in any lead, from the spatial velocity of a median beat (as the CSE
 * working party defines them: Eur Heart J 1985;6:815). Undefined where nothing moves around the peak.
 * @param leads independent leads, in millivolts.
 * @param peak the R peak, in samples.
 */
export function findQrsLimits(
  leads: readonly Float64Array[],
  peak: number,
  samplingRateHz: number,
): WaveLimits | undefined {
  const parts = toVelocityParts(leads, samplingRateHz, HALF_SECONDS);
  const all = findLimits(toSpatialVelocity(parts), peak, samplingRateHz);
  if (!all) return undefined;
  const others = leads.length < 3 ? [] : leads.map((_, lead) => findLimits(toSpatialVelocity(parts, lead), peak, samplingRateHz));
  const deviate = (of: (limits: Pick<WaveLimits, 'onset' | 'offset'>) => number): number =>
    findJackknifeDeviation(others.flatMap((limits) => (limits ? [of(limits)] : [])));
  return {
    ...all,
    onsetDeviation: deviate(({ onset }) => onset),
    offsetDeviation: deviate(({ offset }) => offset),
  };
}

function findLimits(
  velocity: Float64Array,
  peak: number,
  samplingRateHz: number,
): { onset: number; offset: number } | undefined {
  const toSamples = (seconds: number): number => Math.round(seconds * samplingRateHz);
  const first = Math.max(0, peak - toSamples(FARTHEST_SECONDS));
  const last = Math.min(velocity.length - 1, peak + toSamples(FARTHEST_SECONDS));
  const highest = velocity.subarray(Math.max(0, peak - toSamples(0.08)), peak + toSamples(0.08)).reduce((one, other) => Math.max(one, other), 0);
  if (!(highest > 0)) return undefined;
  const core = CORE_SHARE * highest;
  const pause = toSamples(LONGEST_PAUSE_SECONDS);
  const findEdge = (direction: -1 | 1): number => {
    const end = direction < 0 ? first : last;
    const rim = findWaveRim(velocity, peak, direction, { core, pause, limit: end });
    const beyond = [rim + direction * toSamples(0.015), rim + direction * toSamples(0.11)].sort((a, b) => a - b);
    const stillness = findStillness(velocity, beyond[0]!, beyond[1]!, toSamples(0.02), 0.25);
    const moving = withoutStillness(velocity, stillness);
    const side = direction < 0 ? 'before' : 'after';
    const low = Math.max(LOW_SHARES[side] * highest, NOISE_FACTOR * stillness);
    const options = { low, high: Math.max(HIGH_SHARES[side] * highest, 2.5 * low), quiet: toSamples(0.01), reach: toSamples(0.006) };
    return findWaveEdge(moving, rim, direction, { ...options, limit: end }) ?? end;
  };
  return { onset: findEdge(-1), offset: findEdge(1) };
}
