import type { Ecg } from '../../ecg/ecg';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import type { MedianBeat } from '../measure/medianBeat';

/** A median beat as an ECG to draw: millivolts against the level before QRS; `NaN` in a lead that is flat or missing. */
export function toMedianEcg({ samplingRateHz, leads }: MedianBeat): Ecg {
  const sampleCount = Math.max(...STANDARD_LEADS.map((lead) => leads[lead]?.length ?? 0));
  const leadOf = (lead: LeadName) => Float32Array.from(leads[lead] ?? new Float32Array(sampleCount).fill(Number.NaN));
  return {
    samplingRateHz,
    sampleCount,
    leads: Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, leadOf(lead)])) as Record<LeadName, Float32Array>,
    format: 'median beat',
    scale: 'millivolts against the level before QRS',
    remarks: [],
  };
}
