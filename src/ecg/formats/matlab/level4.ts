import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { JsonObject } from '../jsonText';
import { findMatlab4Matrix } from '../matlab4';
import { toNumberCount } from '../plain/matrix';
import { LEVEL_4_NUMBERS, toStoredNumbers, toTexts } from './numbers';

const IDENTIFIER = /^[a-z]\w*$/i;

/** Whether bytes begin like a MATLAB level 4 file, which has no mark: as the description of a matrix with a usable name. */
export function isMatlab4(bytes: Uint8Array): boolean {
  return IDENTIFIER.test(findMatlab4Matrix(bytes)?.name ?? '');
}

/**
 * The variables of a MATLAB level 4 file (little-endian), by name. Source: MathWorks, "MAT-File Level 4 Format".
 * @throws Problem where the file is cut off or damaged.
 */
export function readMatlab4(bytes: Uint8Array, name: string): JsonObject {
  const variables: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (let at = 0; at < bytes.length; ) {
    const rest = bytes.subarray(at);
    const matrix = findMatlab4Matrix(rest);
    if (!matrix) throw new Problem(`${name} is damaged: what follows ${at} bytes of it is no matrix of MATLAB level 4.`);
    const { rows, columns, prefixBytes, isText, isComplex, numberType } = matrix;
    const type = LEVEL_4_NUMBERS[numberType]!;
    const count = toNumberCount([rows, columns], name);
    const byteCount = count * type.bytes * (isComplex ? 2 : 1);
    const held = rest.length - prefixBytes;
    if (held < byteCount) {
      throw new Problem(`${name} is cut off: its matrix ${toQuote(matrix.name)} of ${rows} × ${columns} numbers takes ${byteCount} bytes, and ${Math.max(0, held)} are there.`);
    }
    const numbers = toStoredNumbers(rest.subarray(prefixBytes), type, count, true);
    variables[matrix.name] = isText
      ? toTexts(numbers, rows)
      : count === 1
        ? numbers[0]
        : { shape: [rows, columns], numbers, isFirstFastest: true };
    at += prefixBytes + byteCount;
  }
  return variables;
}
