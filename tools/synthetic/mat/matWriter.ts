import { deflateSync } from 'node:zlib';
import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** A value as MATLAB holds it: a number, a text, a list (cell), a structure, or a matrix given by its rows. */
export type MatValue = number | string | readonly MatValue[] | { readonly [field: string]: MatValue } | MatMatrix;

/** Rows of numbers, and how level 5 stores them. */
export interface MatMatrix {
  readonly rows: readonly ArrayLike<number>[];
  readonly storedAs?: 'double' | 'single' | 'int16';
}

/** Samples of an ECG as a matrix, a lead a row. */
export function toMatMatrix(ecg: Ecg, unitsPerMv = 1, leadOrder: readonly LeadName[] = STANDARD_LEADS): MatMatrix {
  const rows = leadOrder.map((lead) => Float64Array.from(ecg.leads[lead], (millivolts) => millivolts * unitsPerMv));
  return { rows };
}

/** The same with a lead in each column. */
export function transpose({ rows, ...other }: MatMatrix): MatMatrix {
  return { ...other, rows: Array.from({ length: rows[0]!.length }, (_, sample) => rows.map((row) => row[sample]!)) };
}

const LEVEL_4 = { double: 0, single: 1, int16: 3 } as const;
const SIZES = { double: 8, single: 4, int16: 2 } as const;

/** Writes matrices, numbers and texts as a MATLAB level 4 file, little-endian, for tests. */
export function writeMat4(variables: Readonly<Record<string, MatMatrix | number | string>>, name = 'ecg.mat'): EcgFile {
  const parts = Object.entries(variables).map(([variable, value]) => {
    const isText = typeof value === 'string';
    const matrix: MatMatrix = isText ? { rows: [Array.from(value, (letter) => letter.charCodeAt(0))] } : typeof value === 'number' ? { rows: [[value]] } : value;
    const storedAs = matrix.storedAs ?? 'double';
    const head = [LEVEL_4[storedAs] * 10 + (isText ? 1 : 0), matrix.rows.length, matrix.rows[0]!.length, 0, variable.length + 1];
    return [...head.map((number) => int32(number)), ascii(`${variable}\0`), toColumns(matrix, storedAs)];
  });
  return { name, bytes: join(parts.flat()) };
}

/** How a level 5 file is written. */
export interface Mat5Options {
  readonly name?: string;
  readonly isCompressed?: boolean;
  /** The first words of the header. */
  readonly title?: string;
}

/** Writes variables as a MATLAB level 5 file, little-endian, for tests. */
export function writeMat5(variables: Readonly<Record<string, MatValue>>, { name = 'ecg.mat', isCompressed = true, title = 'MATLAB 5.0 MAT-file' }: Mat5Options = {}): EcgFile {
  const header = join([ascii(title.padEnd(116)), new Uint8Array(8), Uint8Array.of(0, 1), ascii('IM')]);
  const elements = Object.entries(variables).map(([variable, value]) => {
    const element = toMatrixElement(variable, value);
    if (!isCompressed) return element;
    const compressed = deflateSync(element);
    return join([int32(15), int32(compressed.length), compressed]);
  });
  return { name, bytes: join([header, ...elements]) };
}

function toMatrixElement(name: string, value: MatValue): Uint8Array<ArrayBuffer> {
  return toElement(14, join(toParts(name, value)));
}

function toParts(name: string, value: MatValue): Uint8Array[] {
  const head = (kind: number, shape: readonly number[]) => [
    toElement(6, join([int32(kind), int32(0)])),
    toElement(5, join(shape.map(int32))),
    toElement(1, ascii(name)),
  ];
  if (typeof value === 'number') return toParts(name, { rows: [[value]] });
  if (typeof value === 'string') return [...head(4, [1, value.length]), toElement(16, ascii(value))];
  if (Array.isArray(value)) return [...head(1, [1, value.length]), ...(value as readonly MatValue[]).map((part) => toMatrixElement('', part))];
  if (isMatrix(value)) {
    const { rows, storedAs = 'double' } = value;
    // Whatever they are stored as, the numbers are doubles to MATLAB.
    return [...head(6, [rows.length, rows[0]!.length]), toElement({ double: 9, single: 7, int16: 3 }[storedAs], toColumns(value, storedAs))];
  }
  const fields = Object.entries(value as Readonly<Record<string, MatValue>>);
  const names = join(fields.map(([field]) => ascii(field.padEnd(32, '\0'))));
  return [...head(2, [1, 1]), toElement(5, int32(32)), toElement(1, names), ...fields.map(([, part]) => toMatrixElement('', part))];
}

function isMatrix(value: MatValue): value is MatMatrix {
  return typeof value === 'object' && Array.isArray((value as { rows?: unknown }).rows) && typeof (value as MatMatrix).rows[0] === 'object';
}

/** A tag and its data, filled up to 8 bytes; up to 4 bytes lie within the tag. */
function toElement(type: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
  if (data.length > 0 && data.length <= 4) return join([int32(type + data.length * 0x10000), data, new Uint8Array(4 - data.length)]);
  return join([int32(type), int32(data.length), data, new Uint8Array((8 - (data.length % 8)) % 8)]);
}

/** Columns follow one another. */
function toColumns({ rows }: MatMatrix, storedAs: 'double' | 'single' | 'int16'): Uint8Array {
  const columns = rows[0]!.length;
  const view = new DataView(new ArrayBuffer(rows.length * columns * SIZES[storedAs]));
  for (let column = 0; column < columns; column++) {
    rows.forEach((row, index) => {
      const at = (column * rows.length + index) * SIZES[storedAs];
      const value = row[column]!;
      if (storedAs === 'double') view.setFloat64(at, value, true);
      else if (storedAs === 'single') view.setFloat32(at, value, true);
      else view.setInt16(at, Math.round(value), true);
    });
  }
  return new Uint8Array(view.buffer);
}

function int32(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return bytes;
}
