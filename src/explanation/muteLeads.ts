import type { LeadName } from '../ecg/lead';
import type { Manifest } from '../model/manifest';

/**
 * The network's input with some leads flat: 0 mV throughout, which is what the high-pass filter leaves of a constant.
 *
 * @param values 12 × `sampleCount` millivolts, lead by lead in the pack's order; left as they are.
 */
export function muteLeads(
  values: Float32Array,
  leads: readonly LeadName[],
  { leadOrder, sampleCount }: Pick<Manifest['input'], 'leadOrder' | 'sampleCount'>,
): Float32Array {
  const muted = values.slice();
  leadOrder.forEach((lead, row) => {
    if (leads.includes(lead)) muted.fill(0, row * sampleCount, (row + 1) * sampleCount);
  });
  return muted;
}
