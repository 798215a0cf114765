import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toFloat16 } from '../float16';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import type { StatedFacts } from '../statedFacts';
import { type Matrix, toNumberCount } from './plain/matrix';
import { toPlainEcg } from './plain/plainEcg';
import { createSingleFileFormat } from './singleFile';

const MARK = [0x93, ...new TextEncoder().encode('NUMPY')];
const LONGEST_HEADER_BYTES = 2 ** 16;

interface NumberType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, isLittleEndian: boolean) => number;
}

/** Numbers by NumPy's kind and size; 64-bit whole numbers lose what a double cannot hold, which no ECG reaches. */
const TYPES: ReadonlyMap<string, NumberType> = new Map<string, NumberType>([
  ['i1', { bytes: 1, read: (view, at) => view.getInt8(at) }],
  ['u1', { bytes: 1, read: (view, at) => view.getUint8(at) }],
  ['i2', { bytes: 2, read: (view, at, little) => view.getInt16(at, little) }],
  ['u2', { bytes: 2, read: (view, at, little) => view.getUint16(at, little) }],
  ['i4', { bytes: 4, read: (view, at, little) => view.getInt32(at, little) }],
  ['u4', { bytes: 4, read: (view, at, little) => view.getUint32(at, little) }],
  ['i8', { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) }],
  ['u8', { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) }],
  ['f2', { bytes: 2, read: (view, at, little) => toFloat16(view.getUint16(at, little)) }],
  ['f4', { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) }],
  ['f8', { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) }],
]);

/**
 * Arrays that NumPy saved: numbers of any type, leads in rows or columns. What they mean has to be stated, and objects
 * (Python pickles) are never opened. Source: NumPy Enhancement Proposal 1, format versions 1.0 to 3.0.
 */
export const npy = createSingleFileFormat({
  description: 'NumPy arrays (.npy)',
  isOurs: ({ bytes }) => MARK.every((byte, index) => bytes[index] === byte),
  toEcg: toNpyEcg,
});

function toNpyEcg(file: EcgFile, stated: StatedFacts): Ecg {
  return toPlainEcg({ array: readArray(file) }, { name: file.name, format: 'NumPy array' }, stated);
}

function readArray({ name, bytes }: EcgFile): Matrix {
  const { text, end } = toHeader(bytes, name);
  const { type, isLittleEndian, shape, isFirstFastest } = toDescription(text, name);
  const count = toNumberCount(shape, name);
  const held = bytes.length - end;
  if (held !== count * type.bytes) {
    const why = held < count * type.bytes ? 'is cut off' : 'holds more than one array';
    throw new Problem(`${name} ${why}: its first array takes ${count * type.bytes} bytes, and ${held} are there.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + end, held);
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index++) numbers[index] = type.read(view, index * type.bytes, isLittleEndian);
  return { shape, numbers, isFirstFastest };
}

function toHeader(bytes: Uint8Array, name: string): { text: string; end: number } {
  const major = bytes[6];
  if (major !== undefined && (major < 1 || major > 3)) throw new Problem(`${name} is in version ${major} of NumPy’s format; 1 to 3 can be read.`);
  const begin = major === 1 ? 10 : 12;
  if (bytes.length < begin) throw new Problem(`${name} is cut off within its header.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, begin);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEADER_BYTES || begin + length > bytes.length) throw new Problem(`${name} is cut off or damaged: its header announces ${length} bytes.`);
  return { text: new TextDecoder().decode(bytes.subarray(begin, begin + length)), end: begin + length };
}

/** The header is a Python dictionary of three entries: the type of a number, the order in memory and the shape. */
function toDescription(text: string, name: string): { type: NumberType; isLittleEndian: boolean; shape: readonly number[]; isFirstFastest: boolean } {
  const find = (key: string, value: string) => new RegExp(`['"]${key}['"]\\s*:\\s*${value}`).exec(text)?.[1];
  const description = find('descr', `(\\[|['"][^'"]*['"])`);
  const order = find('fortran_order', '(True|False)');
  const shape = find('shape', '\\(([\\d,\\sL]*)\\)');
  if (description === undefined || order === undefined || shape === undefined) throw new Problem(`${name} is damaged: its header ${toQuote(text.trim())} describes no array.`);
  const code = description.slice(1, -1);
  if (/^\W?O/.test(code)) throw new Problem(`${name} holds Python objects, which are not opened: save the numbers themselves.`);
  const [, byteOrder, kind] = /^([<>|=]?)(\w+)$/.exec(code) ?? [];
  const type = TYPES.get(kind ?? '');
  if (!type || byteOrder === '=' || (byteOrder !== '<' && byteOrder !== '>' && type.bytes > 1)) {
    throw new Problem(`${name} holds ${description === '[' ? 'a table of several types' : `values of the type ${toQuote(code)}`}; only plain numbers can be read.`);
  }
  const lengths = shape.split(',').map((word) => word.trim().replace(/L$/, '')).filter(Boolean).map(Number);
  return { type, isLittleEndian: byteOrder === '<', shape: lengths, isFirstFastest: order === 'True' };
}
