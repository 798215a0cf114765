/** How one WFDB format stores samples. */
interface Storage {
  /** Bits that a sample takes in the file. */
  readonly bits: number;
  /** The stored sample at `index`, counted from the first of the file. */
  readonly sampleAt: (samples: DataView, index: number) => number;
}

/** The formats of signal(5) that can be read, by number. */
const STORAGE: ReadonlyMap<number, Storage> = new Map([
  [16, { bits: 16, sampleAt: (samples, index) => samples.getInt16(2 * index, true) }],
  [24, { bits: 24, sampleAt: sampleOf24 }],
  [32, { bits: 32, sampleAt: (samples, index) => samples.getInt32(4 * index, true) }],
  [80, { bits: 8, sampleAt: (samples, index) => samples.getUint8(index) - 128 }],
  [212, { bits: 12, sampleAt: sampleOf212 }],
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
  // Shifting up and down again extends the sign of 12 bits.
  return (((high << 8) | low) << 20) >> 20;
}

/** The numbers of the WFDB formats that can be read. */
export const WFDB_FORMATS: readonly number[] = [...STORAGE.keys()];

/** The ADC value that marks a missing sample, the lowest that the format can hold, as the WFDB library has it. */
export function invalidSample(format: number): number {
  return -(2 ** (storageOf(format).bits - 1));
}

/** How many whole samples of a format fit into a number of bytes. */
export function countWfdbSamples(format: number, byteCount: number): number {
  return Math.floor((Math.max(0, byteCount) * 8) / storageOf(format).bits);
}

/**
 * One signal of a WFDB signal file in ADC units: every `stride`-th sample from `position` on.
 * @param bytes the file's bytes from its first sample on; they must hold `stride * sampleCount` samples.
 */
export function toWfdbSamples(
  bytes: Uint8Array,
  format: number,
  position: number,
  stride: number,
  sampleCount: number,
): Int32Array {
  const { sampleAt } = storageOf(format);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int32Array(sampleCount);
  for (let index = 0; index < sampleCount; index++) samples[index] = sampleAt(view, position + index * stride);
  return samples;
}

function storageOf(format: number): Storage {
  const storage = STORAGE.get(format);
  if (!storage) throw new RangeError(`WFDB format ${format} is not among ${WFDB_FORMATS.join(', ')}.`);
  return storage;
}
