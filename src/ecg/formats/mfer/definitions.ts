import { Problem } from '../../problem';

/** The tags of MFER's definitions that bear on the leads and their samples (ISO 22077-1, table of tags). */
export const MFER_TAGS = {
  byteOrder: 0x01,
  blockLength: 0x04,
  channelCount: 0x05,
  sequenceCount: 0x06,
  waveformType: 0x08,
  lead: 0x09,
  dataType: 0x0a,
  samplingInterval: 0x0b,
  resolution: 0x0c,
  offset: 0x0d,
  compression: 0x0e,
  nullValue: 0x12,
  waveform: 0x1e,
  channel: 0x3f,
  preamble: 0x40,
  group: 0x67,
  end: 0x80,
} as const;

/** One definition: what it is about, the lead that it is about alone, and its value. */
export interface MferDefinition {
  readonly tag: number;
  /** Which of the leads, from 0; undefined where the definition is about all of them. */
  readonly channel?: number | undefined;
  readonly value: Uint8Array;
  /** How many bytes the file announces; more than there are only where samples are cut off. */
  readonly announcedBytes: number;
}

/** Groups lie in groups; no file has a use for more of them than this. */
const DEEPEST_GROUP = 8;
const MOST_LENGTH_BYTES = 4;

/**
 * The definitions of an MFER file one after the other, those of single leads and of groups among them.
 * @throws Problem where one is cut off (but for the samples, which are given as far as they go) or of indefinite length.
 */
export function* toMferDefinitions(bytes: Uint8Array, name: string): Generator<MferDefinition> {
  yield* walk(bytes, name, undefined, 0);
}

function* walk(bytes: Uint8Array, name: string, channel: number | undefined, depth: number): Generator<MferDefinition> {
  let at = 0;
  const take = (): number => {
    if (at >= bytes.length) throw new Problem(`${name} is cut off within its definitions.`);
    return bytes[at++]!;
  };
  while (at < bytes.length) {
    const tag = take();
    if (tag === 0) continue;
    if (tag === MFER_TAGS.end) return;
    const numbered = tag === MFER_TAGS.channel ? takeChannel(take) : channel;
    const announcedBytes = takeLength(take, tag, name);
    const value = bytes.subarray(at, at + announcedBytes);
    const isCutOff = value.length < announcedBytes;
    if (isCutOff && (tag !== MFER_TAGS.waveform || depth > 0)) {
      throw new Problem(`${name} is cut off or damaged: its definition ${toTagName(tag)} announces ${announcedBytes} bytes, of which ${value.length} are there.`);
    }
    at += value.length;
    if (tag !== MFER_TAGS.channel && tag !== MFER_TAGS.group) yield { tag, channel: numbered, value, announcedBytes };
    else if (depth < DEEPEST_GROUP) yield* walk(value, name, numbered, depth + 1);
    else throw new Problem(`${name} is damaged: its definitions lie in each other more than ${DEEPEST_GROUP} deep.`);
  }
}

/** The number of a lead, 7 bits a byte, the highest bit set where more follow. */
function takeChannel(take: () => number): number {
  let channel = 0;
  for (;;) {
    const byte = take();
    channel = Math.min(channel * 128 + (byte & 0x7f), Number.MAX_SAFE_INTEGER);
    if (byte < 0x80) return channel;
  }
}

/** A length below 128, or the number of bytes that hold it, the highest first whatever the byte order of the samples. */
function takeLength(take: () => number, tag: number, name: string): number {
  const first = take();
  if (first < 0x80) return first;
  const byteCount = first & 0x7f;
  if (byteCount === 0 || byteCount > MOST_LENGTH_BYTES) {
    const what = byteCount === 0 ? 'of indefinite length' : `with a length of ${byteCount} bytes`;
    throw new Problem(`${name} holds a definition ${toTagName(tag)} ${what}, which cannot be read.`);
  }
  return Array.from({ length: byteCount }, take).reduce((length, byte) => length * 256 + byte, 0);
}

function toTagName(tag: number): string {
  return `${tag.toString(16).padStart(2, '0').toUpperCase()}h`;
}
