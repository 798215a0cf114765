import { DIFFERENCE_FORMAT } from './header';

/** How one WFDB format stores samples. */
interface Storage {
  /** Bits of a sample's value; its lowest marks a missing sample. */
  readonly bits: number;
  /** Bytes of a block of samples that are packed together, and the bytes that each of them needs of it, counted from its first. */
  readonly blockBytes: number;
  readonly neededBytes: readonly number[];
  /** The number stored at `index`, counted from the first of the file. */
  readonly sampleAt: (samples: DataView, index: number) => number;
}

function storeAlone(bytes: number, sampleAt: Storage['sampleAt']): Storage {
  return { bits: 8 * bytes, blockBytes: bytes, neededBytes: [bytes], sampleAt };
}

/** The formats of signal(5) that can be read, by number. */
const STORAGE: ReadonlyMap<number, Storage> = new Map([
  [DIFFERENCE_FORMAT, storeAlone(1, (samples, index) => samples.getInt8(index))],
  [16, storeAlone(2, (samples, index) => samples.getInt16(2 * index, true))],
  [24, storeAlone(3, sampleOf24)],
  [32, storeAlone(4, (samples, index) => samples.getInt32(4 * index, true))],
  [61, storeAlone(2, (samples, index) => samples.getInt16(2 * index, false))],
  [80, storeAlone(1, (samples, index) => samples.getUint8(index) - 2 ** 7)],
  [160, storeAlone(2, (samples, index) => samples.getUint16(2 * index, true) - 2 ** 15)],
  [212, { bits: 12, blockBytes: 3, neededBytes: [2, 3], sampleAt: sampleOf212 }],
  [310, { bits: 10, blockBytes: 4, neededBytes: [2, 4, 4], sampleAt: sampleOf310 }],
  [311, { bits: 10, blockBytes: 4, neededBytes: [2, 3, 4], sampleAt: sampleOf311 }],
]);

function sampleOf24(samples: DataView, index: number): number {
  return samples.getUint16(3 * index, true) | (samples.getInt8(3 * index + 2) << 16);
}

/** Two samples in three bytes: the first one's low byte, the high nibbles of both, the second one's low byte. */
function sampleOf212(samples: DataView, index: number): number {
  const at = 3 * Math.floor(index / 2);
  const nibbles = samples.getUint8(at + 1);
  const isFirst = index % 2 === 0;
  const high = isFirst ? nibbles & 0x0f : nibbles >> 4;
  const low = samples.getUint8(isFirst ? at : at + 2);
  return extendSign((high << 8) | low, 12);
}

/**
 * Three samples in two words of 16 bits: the first two in bits 1 to 10 of a word each, the third in the upper five bits
 * of both, its low half in the first word.
 */
function sampleOf310(samples: DataView, index: number): number {
  const at = 4 * Math.floor(index / 3);
  const place = index % 3;
  if (place < 2) return extendSign(samples.getUint16(at + 2 * place, true) >> 1, 10);
  return extendSign((samples.getUint16(at, true) >> 11) | ((samples.getUint16(at + 2, true) >> 11) << 5), 10);
}

/** Three samples in the lower 30 of 32 bits, the first lowest. Each is read from the two bytes that it lies in. */
function sampleOf311(samples: DataView, index: number): number {
  const at = 4 * Math.floor(index / 3);
  const place = index % 3;
  return extendSign(samples.getUint16(at + place, true) >> (2 * place), 10);
}

/** The lowest bits of a number as a two's complement. */
function extendSign(value: number, bits: number): number {
  return (value << (32 - bits)) >> (32 - bits);
}

/** The numbers of the WFDB formats that can be read. */
export const WFDB_FORMATS: readonly number[] = [...STORAGE.keys()];

/**
 * The ADC value that marks a missing sample, the lowest that the format can hold, as the WFDB library has it; undefined of
 * a format of differences, which has none.
 */
export function findInvalidSample(format: number): number | undefined {
  return format === DIFFERENCE_FORMAT ? undefined : -(2 ** (storageOf(format).bits - 1));
}

/** How many whole samples of a format fit into a number of bytes. */
export function countWfdbSamples(format: number, byteCount: number): number {
  const { blockBytes, neededBytes } = storageOf(format);
  const blocks = Math.floor(Math.max(0, byteCount) / blockBytes);
  const left = Math.max(0, byteCount) - blocks * blockBytes;
  return blocks * neededBytes.length + neededBytes.filter((needed) => needed <= left).length;
}

/** How many samples are packed into one block: a file may end with some that only fill its last block. */
export function toBlockLength(format: number): number {
  return storageOf(format).neededBytes.length;
}

/** Where a signal's samples lie in a signal file. */
export interface SignalPlace {
  readonly format: number;
  /** Samples of all the file's signals in a frame. */
  readonly frameLength: number;
  /** Samples of other signals that come before this one's in a frame. */
  readonly firstInFrame: number;
  /** Samples of this signal in a frame. */
  readonly samplesPerFrame: number;
  /** The value from which differences count, in a format of differences. */
  readonly initialValue: number;
}

/** A stretch of a signal, in its samples. */
export interface SampleRange {
  readonly first: number;
  readonly count: number;
}

/**
 * Samples of one signal of a WFDB signal file, in ADC units.
 * @param bytes the file's bytes from its first sample on; they must hold the range.
 */
export function toWfdbSamples(bytes: Uint8Array, place: SignalPlace, range: SampleRange): Int32Array | Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return place.format === DIFFERENCE_FORMAT ? addDifferences(view, place, range) : takeSamples(view, place, range);
}

function takeSamples(view: DataView, place: SignalPlace, { first, count }: SampleRange): Int32Array {
  const { sampleAt } = storageOf(place.format);
  const samples = new Int32Array(count);
  for (let index = 0; index < count; index++) samples[index] = sampleAt(view, toFileIndex(place, first + index));
  return samples;
}

/** What a sample is follows from all differences before it. No sum of them overflows a 64-bit float. */
function addDifferences(view: DataView, place: SignalPlace, { first, count }: SampleRange): Float64Array {
  const { sampleAt } = storageOf(place.format);
  const samples = new Float64Array(count);
  let value = place.initialValue;
  for (let index = 0; index < first + count; index++) {
    value += sampleAt(view, toFileIndex(place, index));
    if (index >= first) samples[index - first] = value;
  }
  return samples;
}

function toFileIndex({ frameLength, firstInFrame, samplesPerFrame }: SignalPlace, index: number): number {
  const frame = Math.floor(index / samplesPerFrame);
  return frame * frameLength + firstInFrame + (index - frame * samplesPerFrame);
}

function storageOf(format: number): Storage {
  const storage = STORAGE.get(format);
  if (!storage) throw new RangeError(`WFDB format ${format} is not among ${WFDB_FORMATS.join(', ')}.`);
  return storage;
}
