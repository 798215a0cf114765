import { toQuote } from '../../quote';
import { Problem } from '../../problem';
import { findDecimal, toPositive } from '../fieldValue';
import { type ChannelLead, toChannelLead } from './channelLead';
import { type DicomNode, itemsOf } from './dataSet';
import { TAGS } from './tags';
import { findNumber32, numbers16Of, textOf } from './values';

/** A channel of a multiplex group. */
export interface Channel extends ChannelLead {
  readonly definition: DicomNode;
  /** Its place in the group, from 0 on. */
  readonly position: number;
}

/** Channels that were sampled together (PS3.3 clause C.10.9). */
export interface MultiplexGroup {
  readonly node: DicomNode;
  readonly samplingRateHz: number;
  /** Samples of each channel, as announced. */
  readonly sampleCount: number;
  readonly channels: readonly Channel[];
  /** When its first sample was taken, in milliseconds from the object's reference time; undefined where not given. */
  readonly startMs: number | undefined;
}

/**
 * A multiplex group with its channels; its samples are read later.
 * @throws Problem where rate or counts are absent or contradict each other.
 */
export function readMultiplexGroup(node: DicomNode, name: string): MultiplexGroup {
  const definitions = itemsOf(node, TAGS.channels);
  const [announced] = numbers16Of(node, TAGS.channelCount);
  if (announced !== definitions.length) {
    const said = announced === undefined ? 'does not announce their number' : `announces ${announced}`;
    throw new Problem(`${name} describes ${definitions.length} channels of a waveform but ${said}.`);
  }
  const sampleCount = findNumber32(node, TAGS.sampleCount);
  if (sampleCount === undefined) throw new Problem(`${name} does not give NumberOfWaveformSamples.`);
  const offset = textOf(node, TAGS.groupTimeOffset);
  const startMs = findDecimal(offset);
  if (offset !== '' && startMs === undefined) {
    throw new Problem(`${name} gives MultiplexGroupTimeOffset as ${toQuote(offset)}, which it cannot be.`);
  }
  return {
    node,
    samplingRateHz: toPositive(textOf(node, TAGS.samplingFrequency), 'SamplingFrequency', name),
    sampleCount,
    channels: definitions.map((definition, position) => {
      return { definition, position, ...toChannelLead(definition, position + 1, name) };
    }),
    startMs,
  };
}
