import type { Ecg } from '../ecg/ecg';
import { toListing } from '../ecg/listing';
import { Problem } from '../ecg/problem';
import { highPass } from '../signal/highPass';
import { findLeadsWithMissingSamples } from '../signal/missingSamples';
import { toRateRatio } from '../signal/rateRatio';
import { resample } from '../signal/resample';
import { firstSeconds } from '../signal/window';
import type { Manifest } from './manifest';

/**
 * What the network reads of an ECG: its first 10 s, resampled to the pack's rate and high-passed, in millivolts. The
 * filter runs in float64; the result is rounded to float32 as the reference does.
 *
 * @returns 12 × `sampleCount` values, lead by lead in the pack's order.
 * @throws Problem when the ECG is too short or has missing samples in this part.
 */
export function toModelInput(ecg: Ecg, input: Manifest['input']): Float32Array {
  const { leadOrder, samplingRateHz, sampleCount, preprocessing } = input;
  const seconds = sampleCount / samplingRateHz;
  const used = firstSeconds(ecg, seconds);
  const incomplete = findLeadsWithMissingSamples(used);
  if (incomplete.length > 0) {
    throw new Problem(
      `These ${seconds} s have missing samples in ${toListing(incomplete)}, so the network is not run on them.`,
    );
  }
  const { up, down } = toRateRatio(ecg.samplingRateHz, samplingRateHz);
  const values = new Float32Array(leadOrder.length * sampleCount);
  leadOrder.forEach((lead, row) => {
    const resampled = up === down ? used.leads[lead] : resample(used.leads[lead], up, down);
    const filtered = highPass(resampled.subarray(0, sampleCount), preprocessing.cutoffHz, samplingRateHz);
    values.set(filtered, row * sampleCount);
  });
  return values;
}
