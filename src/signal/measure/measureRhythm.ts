import type { FoundBeat } from './findBeats';
import { createMeasured, createUnmeasurable } from './measured';
import type { Measured } from './measured';
import { findDeviation, findMean } from './statistics';

/** What the times of the QRS complexes say. */
export interface RhythmMeasurements {
  /** 60 000 over the mean RR interval in milliseconds. */
  readonly heartRatePerMinute: Measured;
  readonly meanRrMs: Measured;
  readonly shortestRrMs: Measured;
  readonly longestRrMs: Measured;
  /** Standard deviation of the RR intervals between beats of the dominant form that do not come early (SDNN). */
  readonly sdnnMs: Measured;
  /** Root mean square of the differences between successive such intervals (RMSSD). */
  readonly rmssdMs: Measured;
  /** RMSSD over the mean RR interval, all beats: about 0.02 at rest, above 0.1 in atrial fibrillation. */
  readonly irregularity: Measured;
}

/**
 * Heart rate and RR variability (Task Force of the ESC and NASPE, Circulation 1996;93:1043). From a few seconds they
 * describe the recording, not the patient.
 * @param beats in time, as `findBeats` gives them.
 */
export function measureRhythm(beats: readonly FoundBeat[], samplingRateHz: number): RhythmMeasurements {
  const all = toIntervals(beats, () => true);
  const normal = toIntervals(beats, ({ form, isEarly }) => form === 'dominant' && !isEarly);
  const intervals = all.flat();
  const count = `from ${intervals.length} RR intervals`;
  const sampleMs = 1000 / samplingRateHz / Math.sqrt(6);
  const need = (least: number, have: number, measure: () => Measured): Measured =>
    have >= least
      ? measure()
      : createUnmeasurable(
          beats.length === 0
            ? 'No QRS complexes were found.'
            : `Only ${have} usable RR ${have === 1 ? 'interval was' : 'intervals were'} found; ${least} are needed.`,
        );
  const mean = findMean(intervals);
  const meanError = Math.hypot(sampleMs, intervals.length < 2 ? 0 : findDeviation(intervals)) / Math.sqrt(intervals.length);
  const rmssd = (runs: readonly (readonly number[])[]): number => {
    const squares = toDifferences(runs).map((difference) => difference ** 2);
    return Math.sqrt(findMean(squares));
  };
  const divide = (measured: Measured, by: number): Measured =>
    measured.status === 'measured'
      ? createMeasured(measured.value / by, measured.uncertainty / by, measured.method)
      : measured;
  const ofSample = (value: number, values: number, method: string): Measured =>
    createMeasured(value, Math.hypot(sampleMs, value) / Math.sqrt(2 * values), method);
  const differences = toDifferences(normal).length;
  return {
    heartRatePerMinute: need(1, intervals.length, () =>
      createMeasured(60000 / mean, (60000 / mean ** 2) * meanError, `60 / mean RR, ${count}`),
    ),
    meanRrMs: need(1, intervals.length, () => createMeasured(mean, meanError, `mean ${count}`)),
    shortestRrMs: need(1, intervals.length, () => createMeasured(Math.min(...intervals), sampleMs, `shortest ${count}`)),
    longestRrMs: need(1, intervals.length, () => createMeasured(Math.max(...intervals), sampleMs, `longest ${count}`)),
    sdnnMs: need(3, normal.flat().length, () =>
      ofSample(findDeviation(normal.flat()), normal.flat().length, `standard deviation of ${normal.flat().length} RR intervals without ectopic beats`),
    ),
    rmssdMs: need(2, differences, () =>
      ofSample(rmssd(normal), differences, `root mean square of ${differences} differences of successive RR intervals without ectopic beats`),
    ),
    irregularity: need(3, intervals.length, () => divide(ofSample(rmssd(all), intervals.length, `RMSSD / mean RR, ${count}`), mean)),
  };
}

/** RR intervals in milliseconds, in runs without a break: only those between two beats that count. */
function toIntervals(beats: readonly FoundBeat[], counts: (beat: FoundBeat) => boolean): number[][] {
  const runs: number[][] = [[]];
  for (let index = 1; index < beats.length; index++) {
    const [one, other] = [beats[index - 1]!, beats[index]!];
    if (counts(one) && counts(other)) runs.at(-1)!.push(1000 * (other.seconds - one.seconds));
    else runs.push([]);
  }
  return runs;
}

function toDifferences(runs: readonly (readonly number[])[]): number[] {
  return runs.flatMap((run) => run.slice(1).map((interval, index) => interval - run[index]!));
}
