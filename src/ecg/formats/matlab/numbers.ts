/** How numbers of one type are stored. */
export interface StoredNumbers {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, isLittleEndian: boolean) => number;
}

const int8: StoredNumbers = { bytes: 1, read: (view, at) => view.getInt8(at) };
const uint8: StoredNumbers = { bytes: 1, read: (view, at) => view.getUint8(at) };
const int16: StoredNumbers = { bytes: 2, read: (view, at, little) => view.getInt16(at, little) };
const uint16: StoredNumbers = { bytes: 2, read: (view, at, little) => view.getUint16(at, little) };
const int32: StoredNumbers = { bytes: 4, read: (view, at, little) => view.getInt32(at, little) };
const uint32: StoredNumbers = { bytes: 4, read: (view, at, little) => view.getUint32(at, little) };
const single: StoredNumbers = { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) };
const double: StoredNumbers = { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) };
const int64: StoredNumbers = { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) };
const uint64: StoredNumbers = { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) };

/** Numbers of level 4 by the digit `P` of a matrix's type. */
export const LEVEL_4_NUMBERS: readonly StoredNumbers[] = [double, single, int32, int16, uint16, uint8];

/** Numbers and characters of level 5 by the type of a data element. */
export const LEVEL_5_NUMBERS: ReadonlyMap<number, StoredNumbers> = new Map([
  [1, int8],
  [2, uint8],
  [3, int16],
  [4, uint16],
  [5, int32],
  [6, uint32],
  [7, single],
  [9, double],
  [12, int64],
  [13, uint64],
  [16, uint8],
  [17, uint16],
  [18, uint32],
]);

/** So many numbers from the beginning of bytes that hold them. */
export function toStoredNumbers(bytes: Uint8Array, { bytes: size, read }: StoredNumbers, count: number, isLittleEndian: boolean): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index++) numbers[index] = read(view, index * size, isLittleEndian);
  return numbers;
}

/** Characters as a text or, where they stand in several rows, as a list of texts; columns follow one another. */
export function toTexts(characters: Float64Array, rowCount: number): string | readonly string[] {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const codes = Array.from({ length: Math.floor(characters.length / rowCount) }, (_code, column) => characters[column * rowCount + row]!);
    return codes.map((code) => String.fromCharCode(code)).join('').trim();
  });
  return rowCount === 1 ? rows[0]! : rows;
}
