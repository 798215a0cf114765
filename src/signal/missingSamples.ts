import type { Ecg } from '../ecg/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import type { LeadName } from '../ecg/lead';

/**
 * The leads in which samples are missing (`NaN`), in standard order. Filters would spread a missing sample over the
 * lead, so whoever filters asks this first and tells the user.
 */
export function findLeadsWithMissingSamples(ecg: Ecg): LeadName[] {
  return STANDARD_LEADS.filter((lead) => ecg.leads[lead].some(Number.isNaN));
}
