import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { findMean } from '../measure/statistics';

/** The level is the mean over one period of 50 Hz mains, ending this long before the onset, in seconds. */
const LEVEL_SECONDS = 0.02;
const GAP_SECONDS = 0.005;

/**
 * The level of each lead just before one QRS complex, in millivolts: what ST and T are read against.
 *
 * @param qrsOnsetSeconds onset of the complex, in seconds from the start of the record.
 * @returns `NaN` for a lead that has a missing sample there, or for all where the record does not reach so far back.
 */
export function levelsBeforeQrs(ecg: Ecg, qrsOnsetSeconds: number): Record<LeadName, number> {
  const end = Math.floor((qrsOnsetSeconds - GAP_SECONDS) * ecg.samplingRateHz);
  const start = Math.min(end, Math.ceil((qrsOnsetSeconds - GAP_SECONDS - LEVEL_SECONDS) * ecg.samplingRateHz));
  const levelOf = (lead: LeadName): number =>
    start < 0 || end >= ecg.sampleCount ? Number.NaN : findMean([...ecg.leads[lead].subarray(start, end + 1)]);
  return mapLeads(levelOf);
}
