import type { Ecg } from './ecg';
import { mapLeads } from './mapLeads';
import { requireInside } from './requireInside';

/**
 * A stretch of an ECG, all leads; the very same ECG where that is all of it. Samples are copied, so that the long recording
 * can be forgotten.
 * @throws RangeError where the stretch is not inside the ECG.
 */
export function toExcerpt(ecg: Ecg, firstSample: number, sampleCount: number): Ecg {
  requireInside(firstSample, sampleCount, ecg);
  if (sampleCount === ecg.sampleCount) return ecg;
  return { ...ecg, sampleCount, leads: mapLeads((lead) => ecg.leads[lead].slice(firstSample, firstSample + sampleCount)) };
}
