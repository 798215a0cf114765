import { createRandom } from './random';
import type { Ecg } from '../../src/ecg/ecg';
import { mapLeads } from '../../src/ecg/mapLeads';

/** A stretch of a recording in seconds. */
export interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** An ECG with heavy muscle noise in all leads over a stretch of it; the same every time. */
export function withNoise(ecg: Ecg, { startSeconds, endSeconds }: Stretch): Ecg {
  const random = createRandom(17);
  const [first, end] = [startSeconds, endSeconds].map((seconds) => seconds * ecg.samplingRateHz) as [number, number];
  const noisy = (samples: Float32Array) =>
    samples.map((sample, i) => (i >= first && i < end ? sample + Math.round(random.gaussian() * 300) / 1024 : sample));
  return { ...ecg, leads: mapLeads((lead) => noisy(ecg.leads[lead])) };
}
