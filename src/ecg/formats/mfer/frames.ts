import { Problem } from '../../problem';
import { MFER_TAGS, toMferDefinitions } from './definitions';

/** The value of a definition, in the byte order that was in force where it stands. */
export interface MferValue {
  readonly bytes: Uint8Array;
  readonly isLittleEndian: boolean;
}

/** What is defined of one lead, by tag: of it alone or, where there is nothing such, of all leads. */
export type MferLead = ReadonlyMap<number, MferValue>;

/** Samples of some leads, and what is defined of each. */
export interface MferFrame {
  readonly leads: readonly MferLead[];
  readonly samples: Uint8Array;
  /** Bytes of samples that the file announces; more than there are where it is cut off. */
  readonly announcedBytes: number;
  readonly isLittleEndian: boolean;
}

const MOST_CHANNELS = 256;

/**
 * The frames of samples in an MFER file. A definition holds until another of its tag comes; one of zero bytes takes it
 * back; the number of leads takes back what was defined of single ones.
 * @throws Problem where a definition is cut off or holds what cannot be.
 */
export function toMferFrames(bytes: Uint8Array, name: string): readonly MferFrame[] {
  const frames: MferFrame[] = [];
  const common = new Map<number, MferValue>();
  let ofChannels: Map<number, Map<number, MferValue>> = new Map();
  let isLittleEndian = false;
  let channelCount = 1;
  for (const { tag, channel, value, announcedBytes } of toMferDefinitions(bytes, name)) {
    if (tag === MFER_TAGS.byteOrder) isLittleEndian = toByteOrder(value, name);
    else if (tag === MFER_TAGS.channelCount && channel === undefined) {
      channelCount = value.length === 0 ? 1 : toMferInteger({ bytes: value, isLittleEndian });
      if (channelCount < 1 || channelCount > MOST_CHANNELS) {
        throw new Problem(`${name} announces ${channelCount} leads; 1 to ${MOST_CHANNELS} can be read.`);
      }
      ofChannels = new Map();
    } else if (tag === MFER_TAGS.waveform) {
      const leads = Array.from({ length: channelCount }, (_, index) => new Map([...common, ...(ofChannels.get(index) ?? [])]));
      frames.push({ leads, samples: value, announcedBytes, isLittleEndian });
    } else {
      const target = channel === undefined ? common : (ofChannels.get(channel) ?? new Map<number, MferValue>());
      if (channel !== undefined) ofChannels.set(channel, target);
      if (value.length === 0) target.delete(tag);
      else target.set(tag, { bytes: value, isLittleEndian });
    }
  }
  return frames;
}

function toByteOrder(value: Uint8Array, name: string): boolean {
  const order = value[0] ?? 0;
  if (value.length > 1 || order > 1) throw new Problem(`${name} is damaged: it gives its byte order as ${order}, which it cannot be.`);
  return order === 1;
}

/** A whole number of up to six bytes, as its definition writes it. */
export function toMferInteger({ bytes, isLittleEndian }: MferValue, isSigned = false): number {
  const highestFirst = isLittleEndian ? bytes.toReversed() : bytes;
  const value = highestFirst.subarray(-6).reduce((sum, byte) => sum * 256 + byte, 0);
  return isSigned && (highestFirst[0] ?? 0) >= 0x80 ? value - 256 ** Math.min(6, bytes.length) : value;
}
