import type { Dtype } from '../../src/model/checkpoint/dtype';
import { toFloat16Bits } from '../../src/model/float16';

/** A block of numbers that tensors of a checkpoint are views of. The same object may serve several tensors. */
export interface Storage {
  readonly dtype: Dtype;
  readonly values: ArrayLike<number>;
}

/** A tensor to write: a view of a storage, offset and strides counted in numbers. */
export interface StoredTensor {
  readonly storage: Storage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** The strides of a tensor that lies row by row. */
export function rowMajorStrides(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

/** A tensor with a storage of its own, row by row. */
export function storedTensor(
  shape: readonly number[],
  values: ArrayLike<number>,
  dtype: Dtype = 'float32',
): StoredTensor {
  return { storage: { dtype, values }, offset: 0, shape, strides: rowMajorStrides(shape) };
}

const scratch = new DataView(new ArrayBuffer(4));

/** The upper half of the float32, rounded to the nearest, ties to even. */
function toBfloat16Bits(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

const writers: Readonly<
  Record<Dtype, { itemBytes: number; write: (view: DataView, at: number, value: number) => void }>
> = {
  float64: { itemBytes: 8, write: (view, at, value) => view.setFloat64(at, value, true) },
  float32: { itemBytes: 4, write: (view, at, value) => view.setFloat32(at, value, true) },
  float16: { itemBytes: 2, write: (view, at, value) => view.setUint16(at, toFloat16Bits(value), true) },
  bfloat16: { itemBytes: 2, write: (view, at, value) => view.setUint16(at, toBfloat16Bits(value), true) },
  int64: { itemBytes: 8, write: (view, at, value) => view.setBigInt64(at, BigInt(value), true) },
  int32: { itemBytes: 4, write: (view, at, value) => view.setInt32(at, value, true) },
  int16: { itemBytes: 2, write: (view, at, value) => view.setInt16(at, value, true) },
  int8: { itemBytes: 1, write: (view, at, value) => view.setInt8(at, value) },
  uint8: { itemBytes: 1, write: (view, at, value) => view.setUint8(at, value) },
  bool: { itemBytes: 1, write: (view, at, value) => view.setUint8(at, value === 0 ? 0 : 1) },
};

/** The bytes of a storage, little-endian. */
export function toStorageBytes({ dtype, values }: Storage): Uint8Array {
  const { itemBytes, write } = writers[dtype];
  const view = new DataView(new ArrayBuffer(values.length * itemBytes));
  for (let i = 0; i < values.length; i++) write(view, i * itemBytes, values[i]);
  return new Uint8Array(view.buffer);
}
