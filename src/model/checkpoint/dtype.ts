import { fromFloat16Bits } from '../float16';

/** The number types that a checkpoint may store, by PyTorch's names. */
export type Dtype =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint8'
  | 'bool';

/** How one number of a type lies in memory. */
export interface NumberFormat {
  /** Bytes of one number. */
  readonly itemBytes: number;
  /** The number that begins at byte `at`, little-endian. */
  readonly numberAt: (view: DataView, at: number) => number;
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16 is the upper half of a float32. */
function bfloat16At(view: DataView, at: number): number {
  scratch.setUint16(0, view.getUint16(at, true));
  return scratch.getFloat32(0);
}

let halves: Float32Array | undefined;

function float16At(view: DataView, at: number): number {
  halves ??= fromFloat16Bits(Uint16Array.from({ length: 65536 }, (_, bits) => bits));
  return halves[view.getUint16(at, true)];
}

/** The memory format of every number type. */
export const NUMBER_FORMATS: Readonly<Record<Dtype, NumberFormat>> = {
  float64: { itemBytes: 8, numberAt: (view, at) => view.getFloat64(at, true) },
  float32: { itemBytes: 4, numberAt: (view, at) => view.getFloat32(at, true) },
  float16: { itemBytes: 2, numberAt: float16At },
  bfloat16: { itemBytes: 2, numberAt: bfloat16At },
  int64: { itemBytes: 8, numberAt: (view, at) => Number(view.getBigInt64(at, true)) },
  int32: { itemBytes: 4, numberAt: (view, at) => view.getInt32(at, true) },
  int16: { itemBytes: 2, numberAt: (view, at) => view.getInt16(at, true) },
  int8: { itemBytes: 1, numberAt: (view, at) => view.getInt8(at) },
  uint8: { itemBytes: 1, numberAt: (view, at) => view.getUint8(at) },
  bool: { itemBytes: 1, numberAt: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
};
