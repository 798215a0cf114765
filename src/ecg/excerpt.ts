import type { Ecg } from './ecg';
import { type LeadName, STANDARD_LEADS } from './lead';

/**
 * A stretch of an ECG, all leads; the very same ECG where that is all of it. Samples are copied, so that the long recording
 * can be forgotten.
 * @throws RangeError where the stretch is not inside the ECG.
 */
export function toExcerpt(ecg: Ecg, firstSample: number, sampleCount: number): Ecg {
  const end = firstSample + sampleCount;
  if (!(Number.isInteger(firstSample) && Number.isInteger(end) && firstSample >= 0 && sampleCount > 0 && end <= ecg.sampleCount)) {
    throw new RangeError(`Samples ${firstSample} to ${end} are not inside an ECG of ${ecg.sampleCount} samples.`);
  }
  if (sampleCount === ecg.sampleCount) return ecg;
  const leads = Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, ecg.leads[lead].slice(firstSample, end)]));
  return { ...ecg, sampleCount, leads: leads as Record<LeadName, Float32Array> };
}
