import { toFloat16 } from '../ecg/float16';

/**
 * IEEE 754 binary16 to and from numbers. Rounds to the nearest, ties to even, as PyTorch's `tensor.half()` does.
 */

const scratch = new DataView(new ArrayBuffer(4));

/** The 16 bits of `value` rounded to half precision; beyond ±65504 it becomes an infinity. */
export function toFloat16Bits(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    // Subnormal: let float32 addition round to multiples of 2^-24 for us, ties to even.
    scratch.setUint32(0, magnitude);
    scratch.setFloat32(0, scratch.getFloat32(0) + 0.5);
    return sign | (scratch.getUint32(0) - 0x3f000000);
  }
  const tieToEven = (magnitude >>> 13) & 1;
  return sign | ((magnitude - 0x38000000 + 0x0fff + tieToEven) >>> 13);
}

let table: Float32Array | undefined;

/** The value of every half-precision bit pattern, indexed by the pattern. */
function float16Table(): Float32Array {
  return (table ??= Float32Array.from({ length: 65536 }, (_, bits) => toFloat16(bits)));
}

/** The values of half-precision bit patterns. */
export function fromFloat16Bits(bits: Uint16Array): Float32Array {
  const values = float16Table();
  const result = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) result[i] = values[bits[i]];
  return result;
}
