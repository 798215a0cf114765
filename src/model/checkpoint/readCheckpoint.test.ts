import { describe, expect, it } from 'vitest';
import { type CheckpointLayout, writeCheckpoint } from '../../../tools/synthetic/checkpointWriter';
import { pythonName, reduced, tuple } from '../../../tools/synthetic/pickleWriter';
import { pickledView, storageReference, writeRawCheckpoint } from '../../../tools/synthetic/rawCheckpoint';
import { type StoredTensor, storedTensor } from '../../../tools/synthetic/storedTensor';
import type { Dtype } from './dtype';
import { readCheckpoint } from './readCheckpoint';

const tiny = new Map([
  ['classifier.weight', storedTensor([2, 3], [1, 2, 3, 4, 5, 6])],
  ['classifier.bias', storedTensor([3], [1, -2, 0.5])],
]);
const bare: CheckpointLayout = { wrapping: 'bare' };

async function valuesOf(bytes: Uint8Array): Promise<Record<string, number[]>> {
  const { tensors } = await readCheckpoint(bytes);
  return Object.fromEntries(Array.from(tensors, ([name, tensor]) => [name, [...tensor.read()]]));
}

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

describe('what torch.save writes', () => {
  const expected = { 'classifier.weight': [1, 2, 3, 4, 5, 6], 'classifier.bias': [1, -2, 0.5] };

  it.each<[string, CheckpointLayout]>([
    ['a bare state dict', bare],
    ['a Lightning checkpoint', { wrapping: 'lightning', prefix: 'model.' }],
    ['the prefix net.', { wrapping: 'bare', prefix: 'net.' }],
    ['prefixes of two wrapping modules', { wrapping: 'bare', prefix: 'model._orig_mod.' }],
    ['any folder name', { wrapping: 'bare', folder: 'code' }],
    ['parameters', { wrapping: 'bare', parameters: true }],
    ['storages without a type', { wrapping: 'bare', untypedStorages: true }],
    ['the record of the byte order', { wrapping: 'bare', byteOrder: 'little' }],
  ])('reads %s', async (_, layout) => {
    expect(await valuesOf(await writeCheckpoint(tiny, layout))).toEqual(expected);
  });

  it('keeps shape, type and the order of the state dict', async () => {
    const { tensors } = await readCheckpoint(await writeCheckpoint(tiny, bare));
    expect([...tensors.keys()]).toEqual(['classifier.weight', 'classifier.bias']);
    expect(tensors.get('classifier.weight')).toMatchObject({ shape: [2, 3], dtype: 'float32' });
  });

  it('reads from bytes that lie inside a larger buffer', async () => {
    const bytes = await writeCheckpoint(tiny, bare);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 5);
    expect(await valuesOf(larger.subarray(5, 5 + bytes.length))).toEqual(expected);
  });

  it.each<[Dtype, number[], number[]]>([
    ['float64', [0.1, -1e-300, 3], [Math.fround(0.1), -0, 3]],
    ['float32', [Math.fround(0.1), 2 ** -149, -Infinity], [Math.fround(0.1), 2 ** -149, -Infinity]],
    ['float16', [1 / 3, -65504, 2 ** -24], [0.333251953125, -65504, 2 ** -24]],
    ['bfloat16', [1 / 3, -3e38, 1], [0.333984375, -3.00405527047391e38, 1]],
    ['int64', [-3, 2 ** 40, 0], [-3, 2 ** 40, 0]],
    ['int32', [-3, 2 ** 30, 0], [-3, 2 ** 30, 0]],
    ['int16', [-3, 32767, 0], [-3, 32767, 0]],
    ['int8', [-3, 127, 0], [-3, 127, 0]],
    ['uint8', [3, 255, 0], [3, 255, 0]],
    ['bool', [1, 0, 1], [1, 0, 1]],
  ])('widens %s to float32', async (dtype, stored, read) => {
    const bytes = await writeCheckpoint(new Map([['x', storedTensor([3], stored, dtype)]]), bare);
    const { tensors } = await readCheckpoint(bytes);
    expect(tensors.get('x')?.dtype).toBe(dtype);
    expect([...tensors.get('x')!.read()]).toEqual([...Float32Array.from(read)]);
  });

  it('reads views of one shared storage: slices, transposes, expansions, single numbers, nothing at all', async () => {
    const storage = { dtype: 'float32' as const, values: Float32Array.from({ length: 24 }, (_, i) => i) };
    const view = (offset: number, shape: number[], strides: number[]): StoredTensor => ({
      storage,
      offset,
      shape,
      strides,
    });
    const bytes = await writeCheckpoint(
      new Map([
        ['slice', view(3, [2, 2], [8, 2])],
        ['transposed', view(0, [3, 2], [1, 3])],
        ['cube', view(1, [2, 2, 2], [1, 12, 6])],
        ['expanded', view(5, [2, 3], [0, 1])],
        ['repeated', view(23, [4], [0])],
        ['scalar', view(7, [], [])],
        ['empty', view(24, [0, 3], [3, 1])],
        ['last', view(22, [2], [1])],
      ]),
      bare,
    );
    expect(await valuesOf(bytes)).toEqual({
      slice: [3, 5, 11, 13],
      transposed: [0, 3, 1, 4, 2, 5],
      cube: [1, 7, 13, 19, 2, 8, 14, 20],
      expanded: [5, 6, 7, 5, 6, 7],
      repeated: [23, 23, 23, 23],
      scalar: [7],
      empty: [],
      last: [22, 23],
    });
  });

  it('reads what older PyTorch calls _rebuild_tensor, and tensor subclasses', async () => {
    const plain = pickledView(storageReference('FloatStorage', '0', 2), 0, [2], [1], '_rebuild_tensor');
    expect(await valuesOf(await writeRawCheckpoint(plain, { 'data/0': floats(4, 5) }))).toEqual({ x: [4, 5] });
    const subclass = reduced(
      pythonName('torch._tensor', '_rebuild_from_type_v2'),
      pythonName('torch._utils', '_rebuild_tensor_v2'),
      pythonName('elsewhere', 'Subclass'),
      tuple(storageReference('FloatStorage', '0', 2), 1, tuple(1), tuple(1), false, null),
      null,
    );
    expect(await valuesOf(await writeRawCheckpoint(subclass, { 'data/0': floats(4, 5) }))).toEqual({ x: [5] });
  });
});
