import { Problem } from '../../problem';
import { inflate } from '../inflate';
import type { JsonObject } from '../jsonText';
import { toNumberCount } from '../plain/matrix';
import { LEVEL_5_NUMBERS, toStoredNumbers, toTexts } from './numbers';

const HEADER_BYTES = 128;
const TAG_BYTES = 8;
const MATRIX = 14;
const COMPRESSED = 15;
const CELL = 1;
const STRUCT = 2;
const CHARACTERS = 4;
/** The classes of plain numbers: double, single, and whole numbers of 8 to 64 bits. */
const FIRST_NUMBERS = 6;
const LAST_NUMBERS = 15;
const COMPLEX = 0x0800;
const DEEPEST = 16;

/** Values in lists and structures; a recording's file has dozens. */
const MOST_PARTS = 2 ** 16;

/** What all variables of a file may unfold to; as many numbers as are read of one take it all. */
const MOST_INFLATED_BYTES = 2 ** 27;

/** The bytes of a file in their order, and its name for sentences. */
interface Source {
  readonly name: string;
  readonly isLittleEndian: boolean;
  /** How many values were met so far. */
  readonly met: { count: number };
}

interface Element {
  readonly type: number;
  readonly data: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

/**
 * The variables of a MATLAB level 5 file, by name: numbers, matrices, texts, lists (cells) and objects (structures), each
 * compressed or not. Source: MathWorks, "MAT-File Format", level 5.
 * @throws Problem where the file is cut off, damaged, of level 7.3 (which is HDF5) or too large.
 */
export async function readMatlab5(bytes: Uint8Array, name: string): Promise<JsonObject> {
  const title = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_BYTES - 4));
  if (/^MATLAB 7\.3/.test(title)) throw new Problem(`${name} is a MATLAB 7.3 file (HDF5), which cannot be read: save it with the option -v7.`);
  const mark = new TextDecoder('latin1').decode(bytes.subarray(HEADER_BYTES - 2, HEADER_BYTES));
  if (mark !== 'IM' && mark !== 'MI') throw new Problem(`${name} is cut off or damaged within its header.`);
  const source: Source = { name, isLittleEndian: mark === 'IM', met: { count: 0 } };
  const variables: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let budget = MOST_INFLATED_BYTES;
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const element = takeElement(bytes, at, source);
    at = element.end;
    const inner = element.type === COMPRESSED ? await unfold(element.data, budget, source) : undefined;
    budget -= inner?.data.length ?? 0;
    const { type, data } = inner ?? element;
    if (type !== MATRIX) continue;
    const variable = readMatrix(data, source, 0);
    if (variable.label !== '') variables[variable.label] = variable.value;
  }
  return variables;
}

async function unfold(data: Uint8Array, budget: number, source: Source): Promise<Element> {
  const unfolded = await inflate(data, budget, 'deflate');
  if (!unfolded) throw new Problem(`${source.name} is damaged, or unfolds to more than ${MOST_INFLATED_BYTES / 2 ** 20} MB.`);
  return takeElement(unfolded, 0, source);
}

/** A data element: its type and size in 8 bytes, or, of up to 4 bytes, in 4 bytes with the data behind them. */
function takeElement(bytes: Uint8Array, at: number, { name, isLittleEndian }: Source): Element {
  const head = bytes.subarray(at, at + TAG_BYTES);
  if (head.length < TAG_BYTES) throw new Problem(`${name} is cut off or damaged.`);
  const view = new DataView(head.buffer, head.byteOffset, TAG_BYTES);
  const first = view.getUint32(0, isLittleEndian);
  if (first > 0xffff) {
    const size = first >>> 16;
    if (size > 4) throw new Problem(`${name} is damaged: an element of ${size} bytes stands where 4 fit.`);
    return { type: first & 0xffff, data: head.subarray(4, 4 + size), end: at + TAG_BYTES };
  }
  const size = view.getUint32(4, isLittleEndian);
  const data = bytes.subarray(at + TAG_BYTES, at + TAG_BYTES + size);
  if (data.length < size) throw new Problem(`${name} is cut off or damaged: an element announces ${size} bytes, of which ${data.length} are there.`);
  // All but compressed elements are filled up to 8 bytes.
  const padded = first === COMPRESSED ? size : Math.ceil(size / 8) * 8;
  return { type: first, data, end: at + TAG_BYTES + padded };
}

/** A variable or a part of one: its name, and its value; undefined for kinds that are not plain data. */
function readMatrix(bytes: Uint8Array, source: Source, depth: number): { label: string; value: unknown } {
  if (++source.met.count > MOST_PARTS) throw new Problem(`${source.name} holds more than ${MOST_PARTS} values and lists, which is no recording.`);
  if (bytes.length === 0) return { label: '', value: undefined };
  if (depth > DEEPEST) throw new Problem(`${source.name} is damaged: its data lie in each other more than ${DEEPEST} deep.`);
  let at = 0;
  const take = (): Element => {
    const element = takeElement(bytes, at, source);
    at = element.end;
    return element;
  };
  const [flags = 0] = toNumbers(take(), source);
  const shape = [...toNumbers(take(), source)];
  const label = toText(take(), source);
  const kind = flags & 0xff;
  if (shape.length < 2 || shape.some((length) => length < 0)) throw new Problem(`${source.name} is damaged: it gives a matrix the size ${shape.join(' × ')}.`);
  const parts = () => ({ take: () => readMatrix(take().data, source, depth + 1).value, count: toPartCount(shape, bytes.length, source) });
  if (kind === CELL) {
    const { take: takePart, count } = parts();
    return { label, value: Array.from({ length: count }, takePart) };
  }
  if (kind === STRUCT) return { label, value: readStructures(take, parts(), source) };
  if (kind === CHARACTERS) return { label, value: toTexts(toSized(take(), shape, source), shape[0]!) };
  const isPlain = kind >= FIRST_NUMBERS && kind <= LAST_NUMBERS && (flags & COMPLEX) === 0;
  if (!isPlain) return { label, value: undefined };
  const numbers = toSized(take(), shape, source);
  return { label, value: numbers.length === 1 ? numbers[0] : { shape, numbers, isFirstFastest: true } };
}

/** Structures: the names of their fields in places of one length, then the fields of each structure in turn. */
function readStructures(take: () => Element, parts: { take: () => unknown; count: number }, source: Source): unknown {
  const [place = 0] = toNumbers(take(), source);
  const names = toText(take(), source, false);
  if (place < 1) throw new Problem(`${source.name} is damaged: the names of its fields have ${place} characters.`);
  const fields = Array.from({ length: Math.floor(names.length / place) }, (_, index) => names.slice(index * place, (index + 1) * place).replace(/\0.*$/s, ''));
  const structures = Array.from({ length: parts.count }, () => {
    const structure: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const field of fields) structure[field] = parts.take();
    return structure;
  });
  return structures.length === 1 ? structures[0] : structures;
}

/** Every part takes 8 bytes at least: what announces more of them than fit is damaged. */
function toPartCount(shape: readonly number[], byteCount: number, { name }: Source): number {
  const count = toNumberCount(shape, name);
  if (count * TAG_BYTES <= byteCount) return count;
  throw new Problem(`${name} is cut off or damaged: it announces ${count} parts in ${byteCount} bytes.`);
}

function toSized(element: Element, shape: readonly number[], source: Source): Float64Array {
  const count = toNumberCount(shape, source.name);
  const numbers = toNumbers(element, source);
  if (numbers.length === count) return numbers;
  throw new Problem(`${source.name} is cut off or damaged: a matrix of ${shape.join(' × ')} holds ${numbers.length} numbers.`);
}

function toNumbers({ type, data }: Element, { name, isLittleEndian }: Source): Float64Array {
  const stored = LEVEL_5_NUMBERS.get(type);
  if (!stored) throw new Problem(`${name} is damaged: numbers of the type ${type} are unknown.`);
  return toStoredNumbers(data, stored, toNumberCount([Math.floor(data.length / stored.bytes)], name), isLittleEndian);
}

function toText(element: Element, source: Source, isTrimmed = true): string {
  const text = Array.from(toNumbers(element, source), (code) => String.fromCharCode(code)).join('');
  return isTrimmed ? text.replace(/\0.*$/s, '') : text;
}
