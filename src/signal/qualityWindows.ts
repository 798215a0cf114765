import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';

/** How well the stretches of a recording are recorded that could be used. */
export interface QualityWindows {
  /** The length of each. */
  readonly seconds: number;
  /** From the start of each to the start of the next; the first starts with the recording. */
  readonly stepSeconds: number;
  /**
   * The score of each, 0 (worst) … 1 (nothing found); NaN where samples are missing in it. At most 10,000. It is the mean
   * over its seconds, so that a fault counts for as long as it lasts; less where the window as a whole is worse, because its
   * baseline moves.
   */
  readonly quality: Float32Array;
  /** How well each step of the recording is recorded by itself: the mean over its seconds. */
  readonly stepQuality: Float32Array;
}

/** What a second or ten of an ECG are worth: 0 (worst) … 1 (nothing found), NaN where samples are missing. */
export type ScoreQuality = (ecg: Ecg) => number;

/** Puts {@link QualityWindows} together. */
export interface QualityWindowsBuilder {
  readonly add: (excerpt: Ecg, firstSample: number) => void;
  readonly finish: () => QualityWindows;
}

/** A finer grid of windows than this is not worth its time while steps stay within a window. */
const WINDOWS_WANTED = 300;
const MOST_WINDOWS = 10_000;
const STEPS_SECONDS = [1, 2, 5, 10];

/**
 * Scores the windows of a recording whose parts are added one after the other; samples are held for a window at most.
 * @throws RangeError where the recording is shorter than a window.
 */
export function createQualityWindows(
  samplingRateHz: number,
  sampleCount: number,
  windowSeconds: number,
  scoreQuality: ScoreQuality,
): QualityWindowsBuilder {
  const toSample = (second: number): number => Math.round(second * samplingRateHz);
  if (toSample(windowSeconds) > sampleCount) throw new RangeError(`${sampleCount} samples hold no window of ${windowSeconds} s.`);
  const stepSeconds = toStepSeconds(sampleCount / samplingRateHz - windowSeconds);
  const seconds: number[] = [];
  const windows: number[] = [];
  /** What was added and is still wanted, from the sample `heldFrom` on. */
  let held = emptyLeads();
  let heldFrom = 0;
  return {
    add: (excerpt: Ecg, firstSample: number): void => {
      held = join(held, excerpt.leads, Math.max(0, heldFrom - firstSample));
      const end = firstSample + excerpt.sampleCount;
      const score = (fromSecond: number, toSecond: number): number => {
        const [start, stop] = [toSample(fromSecond), toSample(toSecond)];
        return scoreQuality({ ...excerpt, sampleCount: stop - start, leads: cut(held, start - heldFrom, stop - heldFrom) });
      };
      for (let from = seconds.length; toSample(from + 1) <= end; from++) seconds.push(score(from, from + 1));
      for (let from = windows.length * stepSeconds; toSample(from + windowSeconds) <= end; from += stepSeconds) {
        windows.push(Math.min(score(from, from + windowSeconds), toMean(seconds.slice(from, from + windowSeconds))));
      }
      const next = Math.min(toSample(seconds.length), toSample(windows.length * stepSeconds));
      // Copied, or the part that was added would stay in memory.
      held = mapLeads((lead) => held[lead].slice(Math.max(0, next - heldFrom)));
      heldFrom = next;
    },
    finish: (): QualityWindows => ({
      seconds: windowSeconds,
      stepSeconds,
      quality: Float32Array.from(windows),
      stepQuality: Float32Array.from({ length: Math.ceil(seconds.length / stepSeconds) }, (_, step) =>
        toMean(seconds.slice(step * stepSeconds, (step + 1) * stepSeconds)),
      ),
    }),
  };
}

function toMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Seconds from the start of one window to the next, such that there are enough windows and not too many. */
function toStepSeconds(spareSeconds: number): number {
  const wanted = STEPS_SECONDS.find((step) => spareSeconds / step < WINDOWS_WANTED) ?? STEPS_SECONDS.at(-1)!;
  return Math.max(wanted, Math.ceil(spareSeconds / (MOST_WINDOWS - 1)));
}

type Leads = Record<LeadName, Float32Array>;

const emptyLeads = (): Leads => mapLeads(() => new Float32Array(0));

function cut(leads: Leads, start: number, end: number): Leads {
  return mapLeads((lead) => leads[lead].subarray(start, end));
}

/** One after the other, without the first samples of the second that no window wants. */
function join(held: Leads, added: Ecg['leads'], unwanted: number): Leads {
  return mapLeads((lead) => {
    const rest = added[lead].subarray(unwanted);
    if (held[lead].length === 0) return rest;
    const joined = new Float32Array(held[lead].length + rest.length);
    joined.set(held[lead]);
    joined.set(rest, held[lead].length);
    return joined;
  });
}
