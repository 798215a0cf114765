import { createRandom } from './random';
import type { Ecg } from '../../src/ecg/ecg';
import { type LeadName, STANDARD_LEADS } from '../../src/ecg/lead';

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
  const leads = Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, noisy(ecg.leads[lead])]));
  return { ...ecg, leads: leads as Record<LeadName, Float32Array> };
}
