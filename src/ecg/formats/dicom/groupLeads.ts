import { findLead } from '../../leadName';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { StoredLead } from '../storedRecording';
import { alignLeads, toSkewSamples } from './alignLeads';
import { type ChannelScale, toChannelScale } from './channelScale';
import { markMissing } from './missingSamples';
import type { Channel, MultiplexGroup } from './multiplexGroup';
import { TAGS } from './tags';
import { numbers16Of, textOf } from './values';
import { findWaveformSamples, type WaveformSamples } from './waveformSamples';

/** The leads of the groups that are the recording, and how their samples become millivolts. */
export interface GroupLeads {
  readonly leads: readonly StoredLead[];
  readonly scales: readonly ChannelScale[];
  readonly remarks: readonly string[];
}

/** A lead as far as one group tells of it. */
interface ReadLead extends ChannelScale {
  readonly label: string;
  readonly samples: Float64Array;
  readonly skewSamples: number;
}

/**
 * The leads of the chosen groups. A lead that two groups hold is taken from the first; a signal that is no lead is named
 * and not read.
 * @throws Problem where samples, scale or skew of a lead cannot be read.
 */
export function readGroupLeads(groups: readonly MultiplexGroup[], name: string): GroupLeads {
  const remarks: string[] = [];
  const read: ReadLead[] = [];
  const others: StoredLead[] = [];
  for (const group of groups) {
    const known = read.map(({ label }) => label);
    const channels = group.channels.filter(({ label }) => findLead(label) && !known.includes(label));
    const isOther = ({ label }: Channel): boolean => findLead(label) === undefined;
    others.push(...group.channels.filter(isOther).map(({ label }) => ({ label, samples: [], microvoltsPerStep: 1 })));
    const source = findWaveformSamples(group, name);
    const leads = channels.map((channel) => readLead(channel, group, source, name));
    remarks.push(...channels.flatMap(toChannelRemarks), ...markMissing(leads, source));
    leads.forEach((lead, index) => requireBitsStored(lead, channels[index]!, source, name));
    read.push(...leads);
  }
  const aligned = alignLeads(read, groups[0]!.samplingRateHz);
  const leads = read.map((lead, index): StoredLead => ({ ...lead, samples: aligned.samples[index]! }));
  return { leads: [...leads, ...others], scales: read, remarks: [...remarks, ...aligned.remarks] };
}

function readLead(channel: Channel, group: MultiplexGroup, source: WaveformSamples, name: string): ReadLead {
  const { label, definition, position } = channel;
  return {
    label,
    ...toChannelScale(definition, label, name),
    skewSamples: toSkewSamples(definition, group.samplingRateHz, label, name),
    samples: source.samplesAt(position),
  };
}

/** Where fewer bits are stored than allocated, the sign reaches up to the highest bit (PS3.3 clause C.10.9.1.7). */
function requireBitsStored({ label, samples }: ReadLead, channel: Channel, { lowest, highest }: WaveformSamples, name: string): void {
  const [bits] = numbers16Of(channel.definition, TAGS.bitsStored);
  if (bits === undefined) return;
  const isSigned = lowest < 0;
  const least = isSigned ? -(2 ** (bits - 1)) : 0;
  const most = 2 ** (isSigned ? bits - 1 : bits) - 1;
  if (least <= lowest && most >= highest) return;
  const outside = samples.find((sample) => sample < least || sample > most);
  if (outside === undefined) return;
  throw new Problem(`${name} holds the sample ${outside} of ${label}, which does not fit the ${bits} bits that it gives for it.`);
}

function toChannelRemarks({ definition, label, remark }: Channel): string[] {
  const status = textOf(definition, TAGS.channelStatus);
  const marked = ['', 'OK'].includes(status) ? [] : [`The device marked the lead ${label} as ${toQuote(status)}.`];
  return [...(remark ? [remark] : []), ...marked];
}
