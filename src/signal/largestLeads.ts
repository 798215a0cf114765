import type { Ecg } from '../ecg/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import type { LeadName } from '../ecg/lead';

/**
 * The leads in which a stretch of an ECG reaches furthest from its lowest to its highest sample, in standard order; of
 * equal ones the first.
 * @param startSeconds from the start of the record, as `endSeconds`.
 * @param count how many are wanted, at most twelve.
 */
export function findLargestLeads(ecg: Ecg, startSeconds: number, endSeconds: number, count: number): LeadName[] {
  const first = Math.max(0, Math.floor(startSeconds * ecg.samplingRateHz));
  const end = Math.ceil(endSeconds * ecg.samplingRateHz);
  const heights = STANDARD_LEADS.map((lead) => ({ lead, heightMv: findHeight(ecg.leads[lead].subarray(first, end)) }));
  const largest = [...heights].sort((a, b) => b.heightMv - a.heightMv).slice(0, count);
  return STANDARD_LEADS.filter((lead) => largest.some((candidate) => candidate.lead === lead));
}

function findHeight(samples: Float32Array): number {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    // NaN, a missing sample, is neither.
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
  }
  return Math.max(0, highest - lowest);
}
