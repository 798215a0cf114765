/** The matrix at the beginning of a MATLAB level 4 file. */
export interface Matlab4Matrix {
  readonly name: string;
  /** How its numbers are stored, the digit `P` of the type: 64 and 32 bits of floating point, 32, 16, 16 and 8 bits. */
  readonly numberType: number;
  /** Whether its numbers are the characters of a text. */
  readonly isText: boolean;
  readonly isComplex: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Bytes before the first number. */
  readonly prefixBytes: number;
  /** The WFDB format that stores numbers in the same way; undefined for floating point and unsigned 16-bit numbers. */
  readonly wfdbFormat: number | undefined;
}

/** The `P` digit of a level 4 type (`MOPT`, little-endian full matrix) and the WFDB format of the same numbers. */
const WFDB_FORMATS: ReadonlyMap<number, number | undefined> = new Map([
  [0, undefined],
  [1, undefined],
  [2, 32],
  [3, 16],
  [4, undefined],
  [5, 80],
]);
const FIXED_PREFIX_BYTES = 20;
const LONGEST_NAME = 64;

/**
 * The matrix description that opens a MATLAB level 4 file (five 32-bit integers: type, rows, columns, imaginary flag,
 * length of the name; then the name), little-endian. Undefined where the bytes are no such file.
 * Source: MathWorks, "MAT-File Level 4 Format".
 */
export function findMatlab4Matrix(bytes: Uint8Array): Matlab4Matrix | undefined {
  if (bytes.length < FIXED_PREFIX_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, FIXED_PREFIX_BYTES);
  const [type, rows, columns, imaginary, nameLength] = [0, 4, 8, 12, 16].map((at) => view.getInt32(at, true));
  // The last digit tells a full matrix from a text and from a sparse one.
  const [numberType, isText] = [Math.floor(type! / 10), type! % 10 === 1];
  const known = (isText || type! % 10 === 0) && WFDB_FORMATS.has(numberType);
  if (!known || rows! < 1 || columns! < 1 || (imaginary !== 0 && imaginary !== 1)) return undefined;
  if (nameLength! < 1 || nameLength! > LONGEST_NAME) return undefined;
  const prefixBytes = FIXED_PREFIX_BYTES + nameLength!;
  const name = new TextDecoder('latin1').decode(bytes.subarray(FIXED_PREFIX_BYTES, prefixBytes)).replace(/\0.*$/s, '');
  const wfdbFormat = isText ? undefined : WFDB_FORMATS.get(numberType);
  return { name, numberType, isText, isComplex: imaginary === 1, rows: rows!, columns: columns!, prefixBytes, wfdbFormat };
}

/** Whether the bytes begin like a MATLAB level 5 (or 7) file. */
export function isMatlab5(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 7)) === 'MATLAB ';
}
