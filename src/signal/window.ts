import { coversSeconds } from '../ecg/coversSeconds';
import { durationSeconds, type Ecg } from '../ecg/ecg';
import { toExcerpt } from '../ecg/excerpt';
import { Problem } from '../ecg/problem';

/**
 * The first seconds of an ECG, all leads; the very same ECG where it is no longer than that. Samples are copied, so
 * that the long recording can be forgotten.
 * @param seconds length wanted; the number of samples is rounded to the nearest.
 * @throws Problem where the ECG is shorter by 10 ms or more.
 */
export function firstSeconds(ecg: Ecg, seconds: number): Ecg {
  if (!coversSeconds(ecg.sampleCount, ecg.samplingRateHz, seconds)) {
    throw new Problem(`The ECG is ${Number(durationSeconds(ecg).toFixed(3))} s long; ${seconds} s are needed.`);
  }
  return toExcerpt(ecg, 0, Math.min(ecg.sampleCount, Math.round(seconds * ecg.samplingRateHz)));
}
