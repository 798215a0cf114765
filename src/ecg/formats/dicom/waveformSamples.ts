import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { MultiplexGroup } from './multiplexGroup';
import { TAGS } from './tags';
import { numbers16Of, textOf } from './values';

/** How a sample is stored. */
interface Storage {
  readonly bits: 8 | 16 | 32;
  readonly isSigned: boolean;
  readonly sampleAt: (view: DataView, at: number, isLittleEndian: boolean) => number;
}

/** The sample interpretations that can be read (PS3.3 clause C.10.9.1.5). */
const STORAGE: ReadonlyMap<string, Storage> = new Map<string, Storage>([
  ['SB', { bits: 8, isSigned: true, sampleAt: (view, at) => view.getInt8(at) }],
  ['UB', { bits: 8, isSigned: false, sampleAt: (view, at) => view.getUint8(at) }],
  ['SS', { bits: 16, isSigned: true, sampleAt: (view, at, little) => view.getInt16(at, little) }],
  ['US', { bits: 16, isSigned: false, sampleAt: (view, at, little) => view.getUint16(at, little) }],
  ['SL', { bits: 32, isSigned: true, sampleAt: (view, at, little) => view.getInt32(at, little) }],
  ['UL', { bits: 32, isSigned: false, sampleAt: (view, at, little) => view.getUint32(at, little) }],
]);
const SOUND: readonly string[] = ['MB', 'AB'];

/** The samples of a multiplex group, channel by channel. */
export interface WaveformSamples {
  /** The samples of the channel at `position`, in steps. */
  readonly samplesAt: (position: number) => Float64Array;
  /** The lowest and the highest value that a sample can have. */
  readonly lowest: number;
  readonly highest: number;
  /** The value that marks a missing sample; undefined where none does. */
  readonly padding: number | undefined;
}

/**
 * Finds the samples of a group, which are stored in turn, a sample of every channel at a time. Nothing is allocated
 * before their number is known to be right.
 * @throws Problem where they are stored in a way that cannot be read, or are not as many as announced.
 */
export function findWaveformSamples(group: MultiplexGroup, name: string): WaveformSamples {
  const { node, channels, sampleCount } = group;
  const storage = toStorage(group, name);
  const bytesEach = storage.bits / 8;
  const { byteArray, elements } = node;
  const data = elements[TAGS.data];
  const needed = channels.length * sampleCount * bytesEach;
  const held = data ? Math.min(data.length, byteArray.length - data.dataOffset) : 0;
  if (!data || held < needed) {
    throw new Problem(`${name} is cut off: of ${needed} bytes of samples that it announces it holds ${held}.`);
  }
  if (held > needed + 1) throw new Problem(`${name} holds ${held} bytes of samples, although it announces ${needed}.`);
  const isLittleEndian = isLittle(group);
  if (!isLittleEndian && (storage.bits === 8) !== (data.vr === 'OB')) {
    throw new Problem(`${name} stores samples of ${storage.bits} bits as ${toQuote(data.vr ?? '')}, so their byte order is unclear.`);
  }
  const view = new DataView(byteArray.buffer, byteArray.byteOffset, byteArray.length);
  const padding = elements[TAGS.padding];
  const isPadded = padding && padding.length >= bytesEach && padding.dataOffset + bytesEach <= byteArray.length;
  const floor = storage.isSigned ? -(2 ** (storage.bits - 1)) : 0;
  return {
    samplesAt: (position) => {
      const samples = new Float64Array(sampleCount);
      const stride = channels.length * bytesEach;
      let at = data.dataOffset + position * bytesEach;
      for (let index = 0; index < sampleCount; index++, at += stride) {
        samples[index] = storage.sampleAt(view, at, isLittleEndian);
      }
      return samples;
    },
    lowest: floor,
    highest: floor + 2 ** storage.bits - 1,
    padding: isPadded ? storage.sampleAt(view, padding.dataOffset, isLittleEndian) : undefined,
  };
}

function toStorage({ node }: MultiplexGroup, name: string): Storage {
  const interpretation = textOf(node, TAGS.interpretation);
  const storage = STORAGE.get(interpretation);
  const [allocated] = numbers16Of(node, TAGS.bitsAllocated);
  if (!storage) {
    const why = SOUND.includes(interpretation) ? 'which is meant for sound' : 'which cannot be read';
    throw new Problem(`${name} gives WaveformSampleInterpretation as ${toQuote(interpretation)}, ${why}.`);
  }
  if (allocated !== storage.bits) {
    const said = allocated === undefined ? 'does not give WaveformBitsAllocated' : `allocates ${allocated} bits`;
    throw new Problem(`${name} ${said} for samples of the kind ${toQuote(interpretation)}, which have ${storage.bits}.`);
  }
  return storage;
}

/** The parser of the library reads the byte order that the file has. */
function isLittle({ node }: MultiplexGroup): boolean {
  return node.byteArrayParser.readUint16(Uint8Array.of(1, 0), 0) === 1;
}
