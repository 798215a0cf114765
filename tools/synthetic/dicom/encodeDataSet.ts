/** The samples of a waveform, or other words. */
export type WrittenWords = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** What an element holds: text, numbers of its representation, words, or items. */
export interface WrittenElement {
  readonly vr: string;
  readonly value: string | readonly number[] | WrittenWords | readonly WrittenItem[];
}

/** The elements of a data set or item by tag, "003a0210"; written in ascending order. */
export type WrittenItem = Record<string, WrittenElement>;

/** How a data set is encoded (PS3.5 clause 7). */
export interface Encoding {
  readonly isExplicit: boolean;
  readonly isLittleEndian: boolean;
  /** Whether sequences and items end with a mark instead of beginning with their length. */
  readonly hasUndefinedLengths: boolean;
}

const LONG_LENGTH: readonly string[] = ['OB', 'OW', 'SQ', 'UN'];
const NUMBER_BYTES: Readonly<Record<string, number>> = { US: 2, UL: 4 };
const UNDEFINED_LENGTH = 0xffffffff;
const [ITEM, ITEM_END, SEQUENCE_END] = ['fffee000', 'fffee00d', 'fffee0dd'] as const;

/** Encodes a data set, elements in ascending order, values padded to an even length. */
export function encodeDataSet(item: WrittenItem, encoding: Encoding): Buffer {
  return Buffer.concat(
    Object.keys(item)
      .sort()
      .map((tag) => encodeElement(tag, item[tag]!, encoding)),
  );
}

function encodeElement(tag: string, { vr, value }: WrittenElement, encoding: Encoding): Buffer {
  if (vr === 'SQ') {
    const items = Buffer.concat((value as readonly WrittenItem[]).map((item) => encodeItem(item, encoding)));
    const isOpen = encoding.hasUndefinedLengths;
    const body = isOpen ? Buffer.concat([items, encodeHead(SEQUENCE_END, '', 0, encoding)]) : items;
    return Buffer.concat([encodeHead(tag, vr, isOpen ? UNDEFINED_LENGTH : items.length, encoding), body]);
  }
  const body = encodeValue(vr, value, encoding);
  return Buffer.concat([encodeHead(tag, vr, body.length, encoding), body]);
}

function encodeItem(item: WrittenItem, encoding: Encoding): Buffer {
  const body = encodeDataSet(item, encoding);
  if (!encoding.hasUndefinedLengths) return Buffer.concat([encodeHead(ITEM, '', body.length, encoding), body]);
  return Buffer.concat([encodeHead(ITEM, '', UNDEFINED_LENGTH, encoding), body, encodeHead(ITEM_END, '', 0, encoding)]);
}

/** Tag, representation and length; items and their ends have no representation. */
function encodeHead(tag: string, vr: string, length: number, { isExplicit, isLittleEndian }: Encoding): Buffer {
  const [group, number] = [tag.slice(0, 4), tag.slice(4)].map((digits) => parseInt(digits, 16));
  const isShort = isExplicit && vr !== '' && !LONG_LENGTH.includes(vr);
  const isLong = isExplicit && LONG_LENGTH.includes(vr);
  const bytes = Buffer.alloc(isLong ? 12 : 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint16(0, group!, isLittleEndian);
  view.setUint16(2, number!, isLittleEndian);
  if (isShort || isLong) bytes.write(vr, 4, 'latin1');
  if (isShort) view.setUint16(6, length, isLittleEndian);
  else view.setUint32(isLong ? 8 : 4, length, isLittleEndian);
  return bytes;
}

function encodeValue(vr: string, value: WrittenElement['value'], { isLittleEndian }: Encoding): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'latin1');
    return text.length % 2 === 0 ? text : Buffer.concat([text, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
  }
  const isWords = ArrayBuffer.isView(value);
  const bytesEach = isWords ? value.BYTES_PER_ELEMENT : NUMBER_BYTES[vr]!;
  const bytes = Buffer.alloc(value.length * bytesEach + ((value.length * bytesEach) % 2));
  // Two's complements: the sign needs no care of its own.
  (value as readonly number[]).forEach((number, index) => {
    const unsigned = number < 0 ? number + 2 ** (8 * bytesEach) : number;
    if (isLittleEndian) bytes.writeUIntLE(unsigned, index * bytesEach, bytesEach);
    else bytes.writeUIntBE(unsigned, index * bytesEach, bytesEach);
  });
  return bytes;
}
