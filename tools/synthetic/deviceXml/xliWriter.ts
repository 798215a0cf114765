import { toBytes16 } from './writerOptions';

const CODE_BITS = 10;
const END_CODE = 1023;
const BIAS = 64;

/** Packs leads of 16-bit samples as `readXli` unpacks them: second differences, high bytes first, LZW codes of 10 bits. */
export function writeXli(leads: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const chunks = leads.map((samples) => {
    const differences = samples.map((sample, index) =>
      index < 2 ? sample : 2 * samples[index - 1]! - samples[index - 2]! - sample,
    );
    // The difference that makes sample n + 1 is stored in place n; that of sample 2 in the header.
    const values = samples.map((sample, index) => (index < 2 ? sample : (differences[index + 1] ?? 0) + BIAS));
    const bytes = toBytes16(values, false);
    const halves = [...bytes.filter((_, at) => at % 2 === 0), ...bytes.filter((_, at) => at % 2 === 1)];
    const packed = packCodes([...toCodes(halves), END_CODE]);
    const header = new DataView(new ArrayBuffer(8));
    header.setInt32(0, packed.length, true);
    header.setInt16(4, 1, true);
    header.setInt16(6, differences[2] ?? 0, true);
    return [...new Uint8Array(header.buffer), ...packed];
  });
  return Uint8Array.from(chunks.flat());
}

function toCodes(bytes: readonly number[]): number[] {
  const codeOf = new Map<string, number>(Array.from({ length: 256 }, (_, byte) => [String(byte), byte]));
  const codes: number[] = [];
  let known = '';
  for (const byte of bytes) {
    const longer = known === '' ? String(byte) : `${known},${byte}`;
    if (codeOf.has(longer)) {
      known = longer;
      continue;
    }
    codes.push(codeOf.get(known)!);
    if (codeOf.size < END_CODE) codeOf.set(longer, codeOf.size);
    known = String(byte);
  }
  return known === '' ? codes : [...codes, codeOf.get(known)!];
}

function packCodes(codes: readonly number[]): number[] {
  const bits = codes.map((code) => code.toString(2).padStart(CODE_BITS, '0')).join('');
  return (bits.match(/.{1,8}/g) ?? []).map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2));
}
