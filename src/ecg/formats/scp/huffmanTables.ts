import { Problem } from '../../problem';
import { createFieldReader } from './fieldReader';

/** What a Huffman code stands for. */
export interface HuffmanCode {
  /** The table to go on with, from 0; undefined for a code that is a value. */
  readonly nextTable: number | undefined;
  /** The value, to which a signed number of `extraBits` bits that follow is added. */
  readonly base: number;
  readonly extraBits: number;
}

/** A Huffman table as a binary tree: node `n`, bit `b` leads to `branches[2 n + b]`, a node if above 0. */
export interface HuffmanTable {
  /** Above 0 the next node, 0 nothing, below 0 the code `codes[-branch - 1]`. */
  readonly branches: Int32Array;
  readonly codes: readonly HuffmanCode[];
}

interface CodeRow {
  readonly prefixBits: number;
  readonly totalBits: number;
  readonly isValue: boolean;
  readonly base: number;
  /** The prefix; its first bit is the lowest. */
  readonly prefix: number;
}

const TITLE = 'section 2 (Huffman tables)';
const DEFAULT_TABLE = 19999;
const LONGEST_PREFIX = 32;
const LONGEST_EXTRA = 16;
/** The default table has 19 codes; a table of one code a 16-bit value would serve nothing. */
const MOST_CODES = 4096;

/**
 * The Huffman tables of section 2: its own, or the standard's where it says 19999; undefined where it holds none and
 * samples are bare 16-bit numbers. Source: EN 1064:2005+A1:2007, 5.5 and annex C.
 * @throws Problem where a table is cut off or ambiguous.
 */
export function readHuffmanTables(section: Uint8Array | undefined, name: string): readonly HuffmanTable[] | undefined {
  if (!section) return undefined;
  const fields = createFieldReader(section, TITLE, name);
  const tableCount = fields.unsigned16();
  if (tableCount === 0) return undefined;
  if (tableCount === DEFAULT_TABLE) return [createTable(toDefaultRows(), 1, name)];
  let codeCount = 0;
  const tables: CodeRow[][] = [];
  for (let table = 0; table < tableCount; table++) {
    const rowCount = fields.unsigned16();
    codeCount += rowCount;
    if (codeCount > MOST_CODES) throw new Problem(`${name} claims ${codeCount} Huffman codes, which no device uses.`);
    tables.push(
      Array.from({ length: rowCount }, () => ({
        prefixBits: fields.unsigned8(),
        totalBits: fields.unsigned8(),
        isValue: fields.unsigned8() !== 0,
        base: fields.signed16(),
        prefix: fields.unsigned32(),
      })),
    );
  }
  return tables.map((rows) => createTable(rows, tableCount, name));
}

/**
 * The default table: 0 is the bit 0; ±1 to ±8 are as many ones, a zero and the sign; beyond, nine ones and 0 or 1
 * announce 8 or 16 bits.
 */
function toDefaultRows(): CodeRow[] {
  const small = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((size) =>
    [1, -1].map((sign) => ({
      prefixBits: size + 2,
      totalBits: size + 2,
      isValue: true,
      base: sign * size,
      prefix: 2 ** size - 1 + (sign < 0 ? 2 ** (size + 1) : 0),
    })),
  );
  return [
    { prefixBits: 1, totalBits: 1, isValue: true, base: 0, prefix: 0 },
    ...small,
    { prefixBits: 10, totalBits: 18, isValue: true, base: 0, prefix: 0b0111111111 },
    { prefixBits: 10, totalBits: 26, isValue: true, base: 0, prefix: 0b1111111111 },
  ];
}

function createTable(rows: readonly CodeRow[], tableCount: number, name: string): HuffmanTable {
  const branches = new Int32Array(2 * (1 + rows.reduce((sum, { prefixBits }) => sum + Math.min(prefixBits, LONGEST_PREFIX), 0)));
  let nodes = 1;
  rows.forEach(({ prefixBits, prefix }, index) => {
    if (prefixBits < 1 || prefixBits > LONGEST_PREFIX) throw new Problem(`${name} is damaged: ${TITLE} has a code of ${prefixBits} bits.`);
    let node = 0;
    for (let bit = 0; bit < prefixBits; bit++) {
      const at = 2 * node + ((prefix >>> bit) & 1);
      const isLast = bit === prefixBits - 1;
      if (branches[at]! < 0 || (isLast && branches[at] !== 0)) throw new Problem(`${name} is damaged: ${TITLE} has codes that cannot be told apart.`);
      if (branches[at] === 0) branches[at] = isLast ? -index - 1 : nodes++;
      node = branches[at]!;
    }
  });
  return { branches, codes: rows.map((row) => toCode(row, tableCount, name)) };
}

function toCode({ prefixBits, totalBits, isValue, base }: CodeRow, tableCount: number, name: string): HuffmanCode {
  if (!isValue) {
    if (base >= 1 && base <= tableCount) return { nextTable: base - 1, base: 0, extraBits: 0 };
    throw new Problem(`${name} is damaged: ${TITLE} switches to table ${base} of ${tableCount}.`);
  }
  const extraBits = totalBits - prefixBits;
  if (extraBits >= 0 && extraBits <= LONGEST_EXTRA) return { nextTable: undefined, base, extraBits };
  throw new Problem(`${name} is damaged: ${TITLE} has a code of ${prefixBits} bits that is ${totalBits} bits long.`);
}
