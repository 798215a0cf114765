import { Problem } from '../problem';

const CODE_BITS = 10;
const END_CODE = 2 ** CODE_BITS - 1;
const CHUNK_HEADER_BYTES = 8;
/** Second differences are stored with this added, so that small ones share a high byte. */
const BIAS = 64;

/**
 * Leads in XLI, the compression of Philips' XML: for each lead a chunk of its length (32 bits), a flag and a first
 * difference (16 bits each), then LZW codes of 10 bits, high bit first, 1023 at the end. They unfold to the high bytes
 * of all values, then the low bytes; the first two values are samples, all others second differences. Philips publishes
 * no description: the scheme is known from C. A. Watford's analysis (sierra-ecg-tools, 2011).
 * @param sampleCount samples in every lead.
 * @returns one array of 16-bit samples a lead.
 * @throws Problem where a chunk is cut off, damaged or of another length.
 */
export function readXli(bytes: Uint8Array<ArrayBuffer>, leadCount: number, sampleCount: number, name: string): Int16Array[] {
  const view = new DataView(bytes.buffer);
  let at = 0;
  return Array.from({ length: leadCount }, (_, index) => {
    const end = at + CHUNK_HEADER_BYTES;
    const size = end <= bytes.length ? view.getInt32(at, true) : -1;
    if (size < 0 || end + size > bytes.length) {
      throw new Problem(`${name} is cut off: of ${leadCount} compressed leads it holds ${index}.`);
    }
    const values = toValues(unfold(bytes.subarray(end, end + size), 2 * sampleCount));
    if (values?.length !== sampleCount) {
      throw new Problem(`${name} is damaged: its lead number ${index + 1} does not unfold to ${sampleCount} samples.`);
    }
    const firstDifference = view.getInt16(at + 6, true);
    at = end + size;
    return toSamples(values, firstDifference);
  });
}

/** The bytes behind LZW codes of fixed width; undefined where a code has no meaning or more than `most` bytes come. */
function unfold(packed: Uint8Array, most: number): Uint8Array | undefined {
  const unfolded = new Uint8Array(most);
  // A string is where it was first written: its place and length in `unfolded`.
  const starts = new Int32Array(END_CODE);
  const lengths = new Int32Array(END_CODE);
  let next = 256;
  let length = 0;
  let before = -1;
  let beforeLength = 0;
  for (let bit = 0; bit + CODE_BITS <= 8 * packed.length; bit += CODE_BITS) {
    const code = readCode(packed, bit);
    if (code === END_CODE) break;
    const isNew = code === next && before >= 0;
    if (code > next || (code === next && !isNew)) return undefined;
    const codeLength = code < 256 ? 1 : isNew ? beforeLength + 1 : lengths[code]!;
    if (length + codeLength > most) return undefined;
    const from = isNew ? before : starts[code]!;
    for (let index = 0; index < codeLength; index++) {
      unfolded[length + index] = code < 256 ? code : unfolded[from + index]!;
    }
    // The string before with the first byte of this one: they stand side by side.
    if (before >= 0 && next < END_CODE) {
      starts[next] = before;
      lengths[next] = beforeLength + 1;
      next++;
    }
    before = length;
    beforeLength = codeLength;
    length += codeLength;
  }
  return unfolded.subarray(0, length);
}

function readCode(packed: Uint8Array, bit: number): number {
  const byte = bit >> 3;
  const word = (packed[byte]! << 8) | (packed[byte + 1] ?? 0);
  return (word >> (16 - CODE_BITS - (bit & 7))) & END_CODE;
}

function toValues(unfolded: Uint8Array | undefined): Int16Array | undefined {
  if (!unfolded || unfolded.length % 2 === 1) return undefined;
  const count = unfolded.length / 2;
  return Int16Array.from({ length: count }, (_, index) => (unfolded[index]! << 8) | unfolded[count + index]!);
}

function toSamples(values: Int16Array, firstDifference: number): Int16Array {
  const samples = values.slice();
  for (let index = 2; index < samples.length; index++) {
    const difference = index === 2 ? firstDifference : values[index - 1]! - BIAS;
    samples[index] = 2 * samples[index - 1]! - samples[index - 2]! - difference;
  }
  return samples;
}
