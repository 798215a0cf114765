import * as v from 'valibot';
import { Problem } from '../ecg/problem';
import { fromFloat16Bits, toFloat16Bits } from './float16';

/** How the numbers of a tensor are stored. All are read as float32. */
export type StoredDtype = 'F16' | 'F32';

/** A dense tensor of numbers, row by row. */
export interface PackTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const itemBytes: Record<StoredDtype, number> = { F16: 2, F32: 4 };
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const headerSchema = v.record(
  v.string(),
  v.strictObject({
    dtype: v.picklist(['F16', 'F32']),
    shape: v.array(size),
    data_offsets: v.tuple([size, size]),
  }),
);

const sizeOf = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

/**
 * Reads a safetensors file: 8 bytes of header length, a JSON header, the numbers
 * (https://github.com/huggingface/safetensors#format). Numbers are little-endian.
 *
 * @param name the file's name, for error sentences.
 * @throws Problem when the file is cut short, its header is damaged, or a number is not finite.
 */
export function readSafetensors(bytes: Uint8Array, name: string): Map<string, PackTensor> {
  const damaged = (why: string) => new Problem(`The weights in ${name} cannot be used: ${why}.`);
  if (bytes.byteLength < 8) throw damaged('the file is too short');
  const headerBytes = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (headerBytes > bytes.byteLength - 8) throw damaged('its header is longer than the file');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes)));
  } catch {
    throw damaged('its header is not readable');
  }
  if (typeof json === 'object' && json !== null && '__metadata__' in json) delete json.__metadata__;
  const header = v.safeParse(headerSchema, json);
  if (!header.success) throw damaged('its header does not follow the safetensors format');

  const data = bytes.subarray(8 + headerBytes);
  let covered = 0;
  for (const { data_offsets } of Object.values(header.output).sort((a, b) => a.data_offsets[0] - b.data_offsets[0])) {
    if (data_offsets[0] !== covered) throw damaged('its tensors overlap or leave gaps');
    covered = data_offsets[1];
  }
  if (covered !== data.byteLength) throw damaged('its tensors do not cover all of its data');

  const tensors = new Map<string, PackTensor>();
  for (const [key, { dtype, shape, data_offsets }] of Object.entries(header.output)) {
    const [start, end] = data_offsets;
    const count = sizeOf(shape);
    if (end - start !== count * itemBytes[dtype]) {
      throw damaged(`the tensor ${key} does not fit its ${shape.join(' × ')} numbers`);
    }
    const stored = data.slice(start, end).buffer;
    const values = dtype === 'F32' ? new Float32Array(stored) : fromFloat16Bits(new Uint16Array(stored));
    // Here and nowhere later: the wasm backend's ReLU turns NaN into a number.
    if (!values.every(Number.isFinite)) throw damaged(`the tensor ${key} holds a number that is not finite`);
    tensors.set(key, { shape, values });
  }
  return tensors;
}

/** Rounds the values as storing and reading them again would. */
export function roundTo(dtype: StoredDtype, values: Float32Array): Float32Array {
  if (dtype === 'F32') return values;
  return fromFloat16Bits(Uint16Array.from(values, toFloat16Bits));
}

/**
 * Writes a safetensors file.
 *
 * @throws Problem when a value is not finite, or too large for its storage.
 */
export function writeSafetensors(tensors: ReadonlyMap<string, PackTensor & { readonly dtype: StoredDtype }>): Uint8Array {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const [key, { dtype, shape }] of tensors) {
    const end = offset + sizeOf(shape) * itemBytes[dtype];
    header[key] = { dtype, shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = JSON.stringify(header);
  const head = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const file = new Uint8Array(8 + head.byteLength + offset);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(head.byteLength), true);
  file.set(head, 8);

  let at = 8 + head.byteLength;
  for (const [key, { dtype, values }] of tensors) {
    const lost = roundTo(dtype, values).findIndex((value) => !Number.isFinite(value));
    if (lost >= 0) throw new Problem(`The tensor ${key} holds ${values[lost]}, which cannot be stored as ${dtype}.`);
    for (const value of values) {
      if (dtype === 'F32') view.setFloat32(at, value, true);
      else view.setUint16(at, toFloat16Bits(value), true);
      at += itemBytes[dtype];
    }
  }
  return file;
}
