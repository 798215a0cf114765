import type { Ecg } from '../../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../../src/ecg/lead';

/**
 * The times (seconds) of steepest change of the QRS complexes of a noise-free ECG, from the waveform alone: where the
 * squared slope over all leads, smoothed over 40 ms, stands out.
 */
export function findBeats(ecg: Ecg): number[] {
  const { samplingRateHz, sampleCount, leads } = ecg;
  const slope = new Float64Array(sampleCount);
  for (let sample = 1; sample < sampleCount; sample++) {
    for (const lead of STANDARD_LEADS) slope[sample]! += (leads[lead][sample]! - leads[lead][sample - 1]!) ** 2;
  }
  const half = Math.round(0.02 * samplingRateHz);
  const smooth = slope.map((_, sample) => {
    let sum = 0;
    for (let at = Math.max(0, sample - half); at <= Math.min(sampleCount - 1, sample + half); at++) sum += slope[at]!;
    return sum;
  });
  const limit = 0.2 * Float64Array.from(smooth).sort()[Math.floor(0.98 * sampleCount)]!;
  const refractory = 0.2 * samplingRateHz;
  const found: number[] = [];
  for (let sample = 0; sample < sampleCount; sample++) {
    if (smooth[sample]! < limit) continue;
    const last = found.at(-1);
    if (last === undefined || sample - last > refractory) found.push(sample);
    else if (smooth[sample]! > smooth[last]!) found[found.length - 1] = sample;
  }
  return found.map((sample) => sample / samplingRateHz);
}
