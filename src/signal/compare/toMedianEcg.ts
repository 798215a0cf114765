import type { Ecg } from '../../ecg/ecg';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import type { MedianBeat } from '../measure/medianBeat';
import { toRateRatio } from '../rateRatio';
import { resample } from '../resample';

/**
 * A median beat as an ECG to draw: millivolts against the level before QRS; `NaN` in a lead that is flat or missing. Its
 * first sample is the beat's.
 * @param samplingRateHz the rate wanted, for example that of the recording, which may have been measured at a finer one.
 */
export function toMedianEcg(median: MedianBeat, samplingRateHz: number): Ecg {
  const { up, down } = toRateRatio(median.samplingRateHz, samplingRateHz);
  const lengths = STANDARD_LEADS.map((lead) => median.leads[lead]?.length ?? 0);
  const sampleCount = Math.ceil((Math.max(...lengths) * up) / down);
  const leadOf = (lead: LeadName): Float32Array => {
    const samples = median.leads[lead];
    return samples ? Float32Array.from(resample(samples, up, down)) : new Float32Array(sampleCount).fill(Number.NaN);
  };
  return {
    samplingRateHz,
    sampleCount,
    leads: mapLeads(leadOf),
    format: 'median beat',
    scale: 'millivolts against the level before QRS',
    remarks: [],
  };
}
