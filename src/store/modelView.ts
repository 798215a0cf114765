import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import type { Manifest } from '../model/manifest';
import { toRateRatio } from '../signal/rateRatio';
import { resample } from '../signal/resample';

/** The network's input or what it differs by from the recording, as an ECG to draw. */
export interface ModelView {
  readonly kind: 'seen' | 'difference';
  /** At the network's rate and length, from the start of the recording, in millivolts. */
  readonly ecg: Ecg;
  /** Of the network's high-pass filter, in hertz. */
  readonly cutoffHz: number;
}

/**
 * What the network saw of a recording: the very numbers it was given.
 * @param values the network's input: `sampleCount` millivolts a lead, lead by lead in the pack's order.
 */
export function toSeenView(recorded: Ecg, values: Float32Array, input: Manifest['input']): ModelView {
  const { samplingRateHz, sampleCount, leadOrder, preprocessing } = input;
  const leadOf = (lead: LeadName) => values.subarray(leadOrder.indexOf(lead) * sampleCount).subarray(0, sampleCount);
  const ecg = { ...recorded, samplingRateHz, sampleCount, leads: toLeads(leadOf) };
  return { kind: 'seen', ecg, cutoffHz: preprocessing.cutoffHz };
}

/**
 * What the network's high-pass filter took away: the recording, brought to the network's rate as for the network, minus
 * what it saw, sample by sample of the network. What lies above half that rate is in neither.
 */
export function toDifferenceView(recorded: Ecg, seen: ModelView): ModelView {
  const { samplingRateHz } = seen.ecg;
  const { up, down } = toRateRatio(recorded.samplingRateHz, samplingRateHz);
  const leadOf = (lead: LeadName) => {
    const resampled = up === down ? recorded.leads[lead] : resample(recorded.leads[lead], up, down);
    return seen.ecg.leads[lead].map((millivolts, i) => resampled[i]! - millivolts);
  };
  return { ...seen, kind: 'difference', ecg: { ...seen.ecg, leads: toLeads(leadOf) } };
}

function toLeads(leadOf: (lead: LeadName) => Float32Array): Ecg['leads'] {
  return mapLeads(leadOf);
}
