import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { requireAnnouncedCount } from '../announcedCount';
import { undoDifferences } from './differences';
import type { EncodedLead } from './encodedLeads';
import { unfoldHuffman } from './huffman';
import type { HuffmanTable } from './huffmanTables';

/** How section 2 and the section itself encode a lead, and what to call it. */
export interface LeadEncoding {
  /** Undefined for bare 16-bit numbers. */
  readonly tables: readonly HuffmanTable[] | undefined;
  readonly differences: 0 | 1 | 2;
  readonly label: string;
  readonly name: string;
}

/** A lead's bytes are filled up to an even number, by some writers after a byte of zeros. */
const MOST_BITS_LEFT = 23;

/**
 * The samples of one lead of section 5 or 6, in steps.
 * @param count how many there must be.
 * @param mayHoldOneMore whether the lead may hold one sample more, which is then left out.
 * @throws Problem where the bytes hold fewer or more, or a sample does not fit into 16 bits.
 */
export function decodeLead(lead: EncodedLead, count: number, mayHoldOneMore: boolean, encoding: LeadEncoding): Int32Array {
  const { label, name, differences, tables } = encoding;
  const stored = tables ? unfold(lead, count, mayHoldOneMore, tables, encoding) : toNumbers(lead.bytes, count, encoding);
  const samples = undoDifferences(stored, differences);
  if (samples) return samples;
  throw new Problem(`${name} is damaged: the samples of ${toQuote(label)} leave the range of 16 bits.`);
}

function toNumbers(bytes: Uint8Array, count: number, { label, name }: LeadEncoding): Int32Array {
  requireAnnouncedCount(bytes.length / 2, String(count), label, name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Int32Array.from({ length: count }, (_, index) => view.getInt16(2 * index, true));
}

function unfold(
  { bytes, isLengthSaturated }: EncodedLead,
  count: number,
  mayHoldOneMore: boolean,
  tables: readonly HuffmanTable[],
  { label, name }: LeadEncoding,
): Int32Array {
  // No code is shorter than a bit, so that more values than bits are a damage, and no reason to make room for them.
  const { values, bitsLeft } = unfoldHuffman(bytes, Math.min(count, 8 * bytes.length), tables);
  if (values.length < count && isLengthSaturated) {
    throw new Problem(`${name} gives the length of ${toQuote(label)} as 65535 bytes, the most that its field can hold: where the lead ends is unknown.`);
  }
  if (values.length < count) {
    throw new Problem(`${name} is damaged: of the ${count} samples of ${toQuote(label)} it holds ${values.length}.`);
  }
  const oneMore = mayHoldOneMore ? unfoldHuffman(bytes, count + 1, tables).bitsLeft : bitsLeft;
  if (Math.min(bitsLeft, oneMore) <= MOST_BITS_LEFT) return values;
  throw new Problem(`${name} is damaged: it holds more than the ${count} samples of ${toQuote(label)} that it announces.`);
}
