import type { HuffmanTable } from './huffmanTables';

/** Values behind Huffman codes. */
export interface Unfolded {
  /** As many as were asked for, or fewer where the bits ended or had no meaning. */
  readonly values: Int32Array;
  /** Bits that were not needed. */
  readonly bitsLeft: number;
}

/**
 * The first `count` values in a stream of Huffman codes, high bit first. Every stream begins with the first table.
 * The caller keeps `count` within the number of bits.
 */
export function unfoldHuffman(packed: Uint8Array, count: number, tables: readonly HuffmanTable[]): Unfolded {
  const values = new Int32Array(count);
  const bitCount = 8 * packed.length;
  let { branches, codes } = tables[0]!;
  let bit = 0;
  let node = 0;
  let found = 0;
  while (found < count && bit < bitCount) {
    const branch = branches[2 * node + readBit(packed, bit++)]!;
    node = branch;
    if (branch > 0) continue;
    if (branch === 0) break;
    const { nextTable, base, extraBits } = codes[-branch - 1]!;
    node = 0;
    if (nextTable !== undefined) {
      ({ branches, codes } = tables[nextTable]!);
      continue;
    }
    if (bit + extraBits > bitCount) break;
    values[found++] = base + readSigned(packed, bit, extraBits);
    bit += extraBits;
  }
  return { values: values.subarray(0, found), bitsLeft: bitCount - bit };
}

function readBit(bytes: Uint8Array, bit: number): number {
  return (bytes[bit >> 3]! >> (7 - (bit & 7))) & 1;
}

function readSigned(bytes: Uint8Array, start: number, bitCount: number): number {
  if (bitCount === 0) return 0;
  let value = -readBit(bytes, start);
  for (let bit = 1; bit < bitCount; bit++) value = 2 * value + readBit(bytes, start + bit);
  return value;
}
