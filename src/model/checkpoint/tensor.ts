import { Problem } from '../../ecg/problem';
import { toQuote } from '../../ecg/quote';
import { type Dtype, NUMBER_FORMATS } from './dtype';
import type { PickledTensor } from './pickledTensor';

/** One named array of numbers of a checkpoint. */
export interface Tensor {
  /** Its key in the state dict, without the prefix of a wrapping module. */
  readonly name: string;
  /** Its sizes, outermost first; empty for a single number. */
  readonly shape: readonly number[];
  /** The type it is stored in. */
  readonly dtype: Dtype;
  /**
   * Its numbers row by row, as float32: float64 and integers are rounded to the nearest, booleans are 0 or 1. Converts
   * anew at every call.
   */
  readonly read: () => Float32Array;
}

/** A tensor whose view was checked, and the record its numbers lie in. */
export interface LocatedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly count: number;
  readonly dtype: Dtype;
  readonly record: string;
  /** Bytes that the record must have. */
  readonly recordBytes: number;
}

/**
 * Checks that a tensor lies inside its storage.
 *
 * @param largestCount the most numbers a tensor may have; a view that repeats few numbers could claim any size.
 * @throws Problem when it reaches beyond its storage or is no plain array of numbers.
 */
export function locateTensor(name: string, { content }: PickledTensor, largestCount: number): LocatedTensor {
  if ('unreadableKind' in content) {
    throw new Problem(
      `The tensor ${toQuote(name)} is no plain array of numbers (PyTorch restores it with ${toQuote(content.unreadableKind)}): save it as a dense tensor.`,
    );
  }
  const { storage, dtype, offset, shape, strides } = content;
  if (!dtype) {
    throw new Problem(
      `The tensor ${toQuote(name)} is stored as ${toQuote(storage.typeName)}, which is no type of real numbers: save it as float32.`,
    );
  }
  const { itemBytes } = NUMBER_FORMATS[dtype];
  const recordBytes = storage.count * (storage.dtype ? itemBytes : 1);
  const count = shape.reduce((product, size) => product * size, 1);
  if (count > largestCount) {
    throw new Problem(`The tensor ${toQuote(name)} claims ${count} numbers, more than the whole file could hold.`);
  }
  const last = shape.reduce((index, size, axis) => index + (size - 1) * strides[axis], offset);
  if (count > 0 && (last + 1) * itemBytes > recordBytes) {
    throw new Problem(
      `The tensor ${toQuote(name)} reaches beyond its storage: it ends at number ${last + 1} of ${Math.floor(recordBytes / itemBytes)}.`,
    );
  }
  return { name, shape, strides, offset, count, dtype, record: `data/${storage.key}`, recordBytes };
}

/** Gathers the numbers of a located tensor, row by row, from the bytes of its record. */
function gather({ shape, strides, offset, count, dtype }: LocatedTensor, bytes: Uint8Array): Float32Array {
  const { itemBytes, numberAt } = NUMBER_FORMATS[dtype];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(count);
  if (count === 0) return values;
  const rowLength = shape.at(-1) ?? 1;
  const rowStride = (strides.at(-1) ?? 1) * itemBytes;
  const position = new Array<number>(Math.max(shape.length - 1, 0)).fill(0);
  let rowStart = offset * itemBytes;
  for (let i = 0; i < count; i += rowLength) {
    for (let j = 0; j < rowLength; j++) values[i + j] = numberAt(view, rowStart + j * rowStride);
    // On to the next row: the innermost outer axis counts up, and a full one carries over to the axis before it.
    for (let axis = position.length - 1; axis >= 0; axis--) {
      rowStart += strides[axis] * itemBytes;
      if (++position[axis] < shape[axis]) break;
      rowStart -= shape[axis] * strides[axis] * itemBytes;
      position[axis] = 0;
    }
  }
  return values;
}

/** A located tensor joined with the bytes of its record. */
export function toTensor(located: LocatedTensor, bytes: Uint8Array): Tensor {
  const { name, shape, dtype } = located;
  return { name, shape, dtype, read: () => gather(located, bytes) };
}
