import type { Measured } from '../../src/signal/measure/measured';
import { type EcgMeasurements, measureEcg } from '../../src/signal/measure/measureEcg';
import { findDeviation, findMean, findMedian } from '../../src/signal/measure/statistics';
import { simulate } from '../../training/simulator/simulate';
import type { Beat, GroundTruth, SimulationRequest, Wave } from '../../training/simulator/types';

/** The values that are compared. */
export const COMPARED = ['heart rate', 'PR', 'P', 'QRS', 'QT'] as const;

/** How measured values differ from true ones: milliseconds, or beats per minute for the heart rate. */
export interface ValueAccuracy {
  /** ECGs in which it was measured, and in which it could not be although it is there. */
  readonly measured: number;
  readonly unmeasured: number;
  /** Mean and standard deviation of measured − true. */
  readonly bias: number;
  readonly deviation: number;
  /** The share of the errors within twice the uncertainty that was given. */
  readonly covered: number;
}

/** How measurements of simulated ECGs differ from the simulator's truth. */
export interface Accuracy {
  readonly ecgs: number;
  /** QRS complexes found and missed, and found where there is none, but for those that an end of the recording cuts. */
  readonly beats: { readonly found: number; readonly missed: number; readonly false: number };
  readonly values: Readonly<Record<(typeof COMPARED)[number], ValueAccuracy>>;
  /** ECGs in which P waves are conducted, and in how many they were seen; those without, and in how many none was. */
  readonly p: { readonly present: number; readonly seen: number; readonly absent: number; readonly denied: number };
  /** Beats that a ventricular stimulus caused, how many of them were known as paced, and how many others were taken for paced. */
  readonly paced: { readonly present: number; readonly seen: number; readonly false: number };
}

/** A QRS complex was found where a beat lies within this of it, in seconds; those as close to an end do not count. */
const TOLERANCE_SECONDS = 0.06;
const EDGE_SECONDS = 0.08;

interface Error {
  readonly error: number;
  readonly uncertainty: number;
}

/** Measures simulated ECGs and compares them with what the simulator made. */
export function compareWithTruth(requests: readonly SimulationRequest[]): Accuracy {
  const beats = { found: 0, missed: 0, false: 0 };
  const p = { present: 0, seen: 0, absent: 0, denied: 0 };
  const paced = { present: 0, seen: 0, false: 0 };
  const errors = Object.fromEntries(COMPARED.map((name) => [name, []])) as unknown as Record<string, (Error | null)[]>;
  for (const request of requests) {
    const { ecg, truth } = simulate(request);
    const measurements = measureEcg(ecg);
    countBeats(measurements, truth, ecg.sampleCount / ecg.samplingRateHz, beats);
    countPaced(measurements, truth, paced);
    const used = findUsedBeats(measurements, truth);
    const conducted = used.filter((beat) => beat.p).length > used.length / 2;
    if (conducted) [p.present, p.seen] = [p.present + 1, p.seen + Number(measurements.pWave.isPresent)];
    else [p.absent, p.denied] = [p.absent + 1, p.denied + Number(!measurements.pWave.isPresent)];
    for (const [name, measured, expected] of pairUp(measurements, truth, used)) {
      if (!Number.isFinite(expected)) continue;
      const error = measured.status === 'measured' && { error: measured.value - expected, uncertainty: measured.uncertainty };
      errors[name]!.push(error || null);
    }
  }
  const values = Object.fromEntries(COMPARED.map((name) => [name, summarise(errors[name]!)]));
  return { ecgs: requests.length, beats, p, paced, values: values as Accuracy['values'] };
}

function pairUp(
  measurements: EcgMeasurements,
  { beats }: GroundTruth,
  used: readonly Beat[],
): [name: (typeof COMPARED)[number], measured: Measured, expected: number][] {
  const usual = (of: (beat: Beat) => number): number => 1000 * findMedian(used.map(of).filter(Number.isFinite));
  const toWave = (wave: Wave | null, of: (wave: Wave) => number): number => (wave ? of(wave) : Number.NaN);
  const onsets = beats.map(({ qrs }) => qrs.onsetSeconds);
  const { heartRatePerMinute, prMs, pMs, qrsMs, qtMs } = measurements;
  return [
    ['heart rate', heartRatePerMinute, (60 * (onsets.length - 1)) / (onsets.at(-1)! - onsets[0]!)],
    ['PR', prMs, usual(({ p, qrs }) => toWave(p, (wave) => qrs.onsetSeconds - wave.onsetSeconds))],
    ['P', pMs, usual(({ p }) => toWave(p, (wave) => wave.offsetSeconds - wave.onsetSeconds))],
    ['QRS', qrsMs, usual(({ qrs }) => qrs.offsetSeconds - qrs.onsetSeconds)],
    ['QT', qtMs, usual(({ qrs, t }) => toWave(t, (wave) => wave.offsetSeconds - qrs.onsetSeconds))],
  ];
}

const isAt = (beat: Beat, seconds: number): boolean =>
  seconds > beat.qrs.onsetSeconds - TOLERANCE_SECONDS && seconds < beat.qrs.offsetSeconds + TOLERANCE_SECONDS;

function findUsedBeats({ beats, median }: EcgMeasurements, truth: GroundTruth): Beat[] {
  const indices = median?.used ?? [...beats.keys()];
  return indices.flatMap((index) => truth.beats.find((beat) => isAt(beat, beats[index]!.seconds)) ?? []);
}

function countBeats(
  { beats }: EcgMeasurements,
  truth: GroundTruth,
  durationSeconds: number,
  counts: { found: number; missed: number; false: number },
): void {
  const isInside = (seconds: number): boolean => seconds > EDGE_SECONDS && seconds < durationSeconds - EDGE_SECONDS;
  const left = new Set(beats);
  for (const beat of truth.beats) {
    const match = [...left].find(({ seconds }) => isAt(beat, seconds));
    if (match) left.delete(match);
    if (match) counts.found++;
    else if (isInside(beat.qrs.onsetSeconds) && isInside(beat.qrs.offsetSeconds)) counts.missed++;
  }
  counts.false += [...left].filter(({ seconds }) => isInside(seconds)).length;
}

function countPaced({ beats }: EcgMeasurements, truth: GroundTruth, counts: { present: number; seen: number; false: number }): void {
  for (const { seconds, isPaced } of beats) {
    const wasPaced = truth.beats.find((beat) => isAt(beat, seconds))?.kind === 'paced';
    counts.present += Number(wasPaced);
    counts.seen += Number(wasPaced && isPaced);
    counts.false += Number(!wasPaced && isPaced);
  }
}

function summarise(errors: readonly (Error | null)[]): ValueAccuracy {
  const measured = errors.filter((error) => error !== null);
  const values = measured.map(({ error }) => error);
  return {
    measured: measured.length,
    unmeasured: errors.length - measured.length,
    bias: findMean(values),
    deviation: findDeviation(values),
    covered: measured.filter(({ error, uncertainty }) => Math.abs(error) <= 2 * uncertainty).length / measured.length,
  };
}
