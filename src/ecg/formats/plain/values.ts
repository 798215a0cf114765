import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findObject } from '../jsonText';
import { findRowsAndColumns, type Matrix, toNumberCount } from './matrix';

/** A batch of one recording of one patient, and the like, are lists of one list. */
const MOST_OPENED = 4;

/** Whether a value of a file is a matrix that its reader made. */
function isMatrix(value: unknown): value is Matrix {
  return findObject(value)?.numbers instanceof Float64Array;
}

/** Whether a value is a list of numbers: a list that begins with one or with a gap, or a vector. */
function isNumberList(value: unknown): boolean {
  if (isMatrix(value)) return value.shape.filter((length) => length !== 1).length === 1;
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  return typeof first === 'number' || first === null;
}

/**
 * The numbers of a list, NaN where a gap (null) stands; a table by index ("0", "1", …) counts as a list.
 * @param of whose samples they are, for the sentence.
 * @throws Problem that quotes what is no number.
 */
export function toNumbers(value: unknown, of: string, name: string): Float64Array {
  if (isMatrix(value) && isNumberList(value)) return value.numbers;
  const list = Array.isArray(value) ? (value as unknown[]) : toIndexedList(value);
  if (!list || list.length === 0) throw new Problem(`${name} holds no list of numbers as the samples of ${of}.`);
  return Float64Array.from(list, (number) => {
    if (typeof number === 'number') return number;
    if (number === null) return NaN;
    throw new Problem(`${name} has ${toQuote(toText(number))} among the samples of ${of}.`);
  });
}

/** Whether a value is a table of numbers: a matrix, or a list of lists of numbers; lists of one list are opened. */
export function isTable(value: unknown): boolean {
  return isMatrix(value) || findRows(value) !== undefined;
}

/** Rows and columns of a table, by its first row; undefined where it has other dimensions. */
export function findTableSize(value: unknown): readonly [rows: number, columns: number] | undefined {
  const rows = findRows(value);
  return isMatrix(value) ? findRowsAndColumns(value) : rows && [rows.length, rows[0]!.length];
}

/**
 * A table as a matrix.
 * @throws Problem where its rows differ in length or hold what is no number.
 */
export function toMatrix(value: unknown, name: string): Matrix {
  if (isMatrix(value)) return value;
  const rows = findRows(value)!;
  const columns = rows[0]!.length;
  const other = rows.find(({ length }) => length !== columns);
  if (other) throw new Problem(`${name} holds lists of ${columns} and of ${other.length} numbers, so the leads do not belong together.`);
  const numbers = new Float64Array(toNumberCount([rows.length, columns], name));
  rows.forEach((row, index) => numbers.set(toNumbers(row, `row ${index + 1}`, name), index * columns));
  return { shape: [rows.length, columns], numbers, isFirstFastest: false };
}

/** The value as a text, for sentences. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value)?.slice(0, 100) ?? '');
}

function findRows(value: unknown): readonly (readonly unknown[])[] | undefined {
  let rows = value;
  for (let opened = 0; opened < MOST_OPENED && isListOfLists(rows) && rows.length === 1 && isListOfLists(rows[0]); opened++) rows = rows[0];
  return isListOfLists(rows) && isNumberList(rows[0]) ? rows : undefined;
}

function isListOfLists(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
}

function toIndexedList(value: unknown): readonly unknown[] | undefined {
  const entries = Object.entries(findObject(value) ?? {});
  return entries.every(([key], index) => key === String(index)) ? entries.map(([, number]) => number) : undefined;
}
