import type { Ecg } from '../ecg/ecg';

/** The sample nearest to a time, as its index; the first or the last where the time lies outside of the recording. */
export function nearestSample(ecg: Ecg, seconds: number): number {
  return Math.min(ecg.sampleCount - 1, Math.max(0, Math.round(seconds * ecg.samplingRateHz)));
}
