import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { highPass } from '../highPass';
import type { FoundBeat } from './findBeats';
import { removePacingSpikes } from './pacingSpikes';
import { findQrsLimits } from './qrsLimits';
import { findMedian, findRobustDeviation } from './statistics';
import { findUsableLeads, toIndependentLeads } from './usableLeads';
import type { UsableLead } from './usableLeads';

/** One beat that stands for all beats of the dominant form: their median, lead by lead and sample by sample. */
export interface MedianBeat {
  /** As in the ECG. */
  readonly samplingRateHz: number;
  /** The R peak, in samples. */
  readonly peakSample: number;
  /** Millivolts against the level just before QRS; null for a lead that is flat or missing. */
  readonly leads: Readonly<Record<LeadName, Float64Array | null>>;
  /** How far single beats lie from the median: a robust standard deviation at every sample, in millivolts. */
  readonly spreadMv: Readonly<Record<LeadName, Float64Array | null>>;
  /** Which beats it was made of, as indices into the beats. */
  readonly used: readonly number[];
  /** Which beats it was not made of, and why, a sentence. */
  readonly rejected: readonly { readonly beat: number; readonly reason: string }[];
}

/** So many beats at least make a median that a single odd beat cannot change. */
export const FEWEST_BEATS = 3;

/** What is cut out around the R peak, in seconds: room for a long PR interval before and a long QT interval behind. */
const BEFORE_SECONDS = 0.56;
const AFTER_SECONDS = 0.76;

/** For a first look at QRS, wander is filtered out; the cutoff, in hertz, is that of diagnostic devices' monitors. */
const FIRST_LOOK_HZ = 0.5;

/** The level before QRS is the mean over one period of 50 Hz mains, ending this long before the onset, in seconds. */
const LEVEL_SECONDS = 0.02;
const LEVEL_GAP_SECONDS = 0.005;

/**
 * The median beat of an ECG. Wander is taken away by straight lines from the level before one QRS complex to that before
 * the next (the idea of Meyer CR, Keiser HN, Comput Biomed Res 1977;10:459, with lines for splines), which leaves the
 * ST segment as it was recorded, as filters do not.
 * @param beats of this ECG, as `findBeats` gives them.
 * @returns undefined for fewer than three accepted beats.
 */
export function toMedianBeat(ecg: Ecg, beats: readonly FoundBeat[]): MedianBeat | undefined {
  const { samplingRateHz } = ecg;
  const used = beats.flatMap(({ rejection }, index) => (rejection === null ? [index] : []));
  const rejected = beats.flatMap(({ rejection }, beat) => (rejection === null ? [] : [{ beat, reason: rejection }]));
  if (used.length < FEWEST_BEATS) return undefined;
  const { leads } = removePacingSpikes(findUsableLeads(ecg), samplingRateHz);
  const toSamples = (seconds: number): number => Math.round(seconds * samplingRateHz);
  const [before, after] = [toSamples(BEFORE_SECONDS), toSamples(AFTER_SECONDS)];
  const peaks = used.map((index) => toSamples(beats[index]!.seconds));
  const cut = (samples: Float64Array): Cut => cutBeats(samples, peaks, before, after);
  const firstLook = toIndependentLeads(leads).map(({ samples }) =>
    cut(highPass(samples, FIRST_LOOK_HZ, samplingRateHz)).median,
  );
  const onset = (findQrsLimits(firstLook, before, samplingRateHz)?.onset ?? before - toSamples(0.05)) - before;
  const levelEnd = Math.round(onset - LEVEL_GAP_SECONDS * samplingRateHz);
  const levelStart = levelEnd - toSamples(LEVEL_SECONDS);
  const knots = beats.flatMap(({ form, seconds }) => (form === 'dominant' ? [toSamples(seconds)] : []));
  const cuts = new Map<LeadName, Cut>(
    leads.map(({ name, samples }) => {
      const level = withoutWander({ name, samples }, knots, levelStart, levelEnd);
      return [name, cut(level.map((value, index) => (Number.isNaN(ecg.leads[name][index]) ? Number.NaN : value)))];
    }),
  );
  return {
    samplingRateHz,
    peakSample: before,
    leads: mapLeads((lead) => cuts.get(lead)?.median ?? null),
    spreadMv: mapLeads((lead) => cuts.get(lead)?.spread ?? null),
    used,
    rejected,
  };
}

interface Cut {
  readonly median: Float64Array;
  readonly spread: Float64Array;
}

/** The median over the beats at every sample around their peaks, and their spread; 0 where no beat reaches. */
function cutBeats(samples: Float64Array, peaks: readonly number[], before: number, after: number): Cut {
  const median = new Float64Array(before + after + 1);
  const spread = new Float64Array(before + after + 1);
  for (let index = 0; index < median.length; index++) {
    const values = peaks.map((peak) => samples[peak - before + index] ?? Number.NaN).filter(Number.isFinite);
    if (values.length === 0) continue;
    median[index] = findMedian(values);
    spread[index] = findRobustDeviation(values);
  }
  return { median, spread };
}

function withoutWander(
  { samples }: UsableLead,
  peaks: readonly number[],
  levelStart: number,
  levelEnd: number,
): Float64Array {
  const knots = peaks.flatMap((peak) => {
    const stretch = samples.subarray(Math.max(0, peak + levelStart), Math.max(0, peak + levelEnd));
    if (stretch.length < levelEnd - levelStart) return [];
    return [{ at: peak + (levelStart + levelEnd) / 2, level: stretch.reduce((sum, v) => sum + v, 0) / stretch.length }];
  });
  let next = 0;
  return samples.map((value, index) => {
    while (next < knots.length && knots[next]!.at < index) next++;
    const left = knots[next - 1] ?? knots[next];
    const right = knots[next] ?? left;
    if (!left || !right) return value;
    const share = right.at === left.at ? 0 : (index - left.at) / (right.at - left.at);
    return value - left.level - share * (right.level - left.level);
  });
}
