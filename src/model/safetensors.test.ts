import { describe, expect, it } from 'vitest';
import { createRandom } from '../../tools/synthetic/random';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { Problem } from '../ecg/problem';
import { fromFloat16Bits } from './float16';
import { type PackTensor, readSafetensors, roundTo, type StoredDtype, writeSafetensors } from './safetensors';

type Stored = PackTensor & { readonly dtype: StoredDtype };

const tensor = (dtype: StoredDtype, shape: number[], ...values: number[]): Stored => ({
  dtype,
  shape,
  values: Float32Array.from(values),
});

/** A file with a header written by hand. */
function withHeader(header: unknown, data: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  file.set(data, 8 + json.length);
  return file;
}

const refusal = (bytes: Uint8Array) => sentenceOf(() => readSafetensors(bytes, 'x.safetensors'));
const cannot = (why: string) => `The weights in x.safetensors cannot be used: ${why}.`;
const entry = (start: number, end: number, shape = [(end - start) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

describe('a safetensors file', () => {
  it('lies in memory as the format says', () => {
    const file = writeSafetensors(new Map([['a', tensor('F32', [2], 1, -2)], ['b', tensor('F16', [1], 0.5)]]));
    const headerBytes = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(headerBytes % 8).toBe(0);
    expect(JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerBytes)))).toEqual({
      a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
      b: { dtype: 'F16', shape: [1], data_offsets: [8, 10] },
    });
    expect([...file.subarray(8 + headerBytes)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0x00, 0x38]);
  });

  it('gives back what was stored, exactly in float32 and rounded in float16', () => {
    const values = [1 / 3, -1e-30, 3.4e38, 0, 7, 2 ** -20];
    const half = [1 / 3, -65504, 2 ** -24, 1e-9];
    const read = readSafetensors(
      writeSafetensors(
        new Map([
          ['whole', tensor('F32', [2, 3], ...values)],
          ['half', tensor('F16', [4, 1], ...half)],
          ['one', tensor('F32', [], 5)],
        ]),
      ),
      'x',
    );
    expect([...read.keys()]).toEqual(['whole', 'half', 'one']);
    expect(read.get('whole')).toEqual({ shape: [2, 3], values: Float32Array.from(values) });
    expect(read.get('half')).toEqual({ shape: [4, 1], values: fromFloat16Bits(Uint16Array.of(0x3555, 0xfbff, 1, 0)) });
    expect(read.get('half')!.values).toEqual(roundTo('F16', Float32Array.from(half)));
    expect(read.get('one')).toEqual({ shape: [], values: Float32Array.of(5) });
  });

  it('may be a part of a larger buffer, and may carry metadata', () => {
    const file = withHeader({ __metadata__: { made: 'by hand' }, x: entry(0, 4) }, new Uint8Array(Float32Array.of(9).buffer));
    const within = new Uint8Array(file.length + 3);
    within.set(file, 3);
    expect(readSafetensors(within.subarray(3), 'x')).toEqual(new Map([['x', { shape: [1], values: Float32Array.of(9) }]]));
  });

  it.each([
    ['a number that is not finite', 'F32', Number.NaN, 'NaN'],
    ['an infinity', 'F16', -Infinity, '-Infinity'],
    ['a number beyond half precision', 'F16', 65520, '65520'],
  ] as const)('refuses to store %s', async (_what, dtype, value, shown) => {
    expect(await sentenceOf(() => writeSafetensors(new Map([['k', tensor(dtype, [2], 1, value)]])))).toBe(
      `The tensor k holds ${shown}, which cannot be stored as ${dtype}.`,
    );
  });
});

describe('a damaged safetensors file', () => {
  const eight = new Uint8Array(8);

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'the file is too short'],
    ['seven bytes', new Uint8Array(7), 'the file is too short'],
    ['a header longer than the file', Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d), 'its header is longer than the file'],
    ['an endless header', new Uint8Array(16).fill(255), 'its header is longer than the file'],
    ['no JSON', withHeader('{"x"', eight), 'its header is not readable'],
    ['a list', withHeader([1], eight), 'its header does not follow the safetensors format'],
    ['an unknown number format', withHeader({ x: entry(0, 8, [2], 'I32') }, eight), 'its header does not follow the safetensors format'],
    ['a negative size', withHeader({ x: entry(0, 8, [-2]) }, eight), 'its header does not follow the safetensors format'],
    ['half a number', withHeader({ x: entry(0, 8, [1.5]) }, eight), 'its header does not follow the safetensors format'],
    ['an unknown field', withHeader({ x: { ...entry(0, 8), device: 'cpu' } }, eight), 'its header does not follow the safetensors format'],
    ['too few bytes for the shape', withHeader({ x: entry(0, 8, [3]) }, eight), 'the tensor x does not fit its 3 numbers'],
    ['too many bytes for the shape', withHeader({ x: entry(0, 8, [1, 1]) }, eight), 'the tensor x does not fit its 1 × 1 numbers'],
    ['data beyond the end', withHeader({ x: entry(0, 12) }, eight), 'its tensors do not cover all of its data'],
    ['data after the last tensor', withHeader({ x: entry(0, 4) }, eight), 'its tensors do not cover all of its data'],
    ['a tensor that begins late', withHeader({ x: entry(4, 8) }, eight), 'its tensors overlap or leave gaps'],
    ['tensors that overlap', withHeader({ x: entry(0, 8), y: entry(4, 8) }, eight), 'its tensors overlap or leave gaps'],
    ['an end before its beginning', withHeader({ x: entry(0, 8), y: entry(8, 4, [0]) }, eight), 'its tensors do not cover all of its data'],
    ['NaN', withHeader({ x: entry(0, 4) }, Uint8Array.of(0, 0, 0xc0, 0x7f)), 'the tensor x holds a number that is not finite'],
    [
      'an infinity in half precision',
      withHeader({ x: entry(0, 2, [1], 'F16') }, Uint8Array.of(0, 0x7c)),
      'the tensor x holds a number that is not finite',
    ],
  ])('is refused: %s', async (_what, bytes, why) => expect(await refusal(bytes)).toBe(cannot(why)));

  const random = createRandom(3);
  const stored = new Map<string, Stored>([
    ['stem.kernel', tensor('F16', [1, 2, 3, 2], ...Array.from({ length: 12 }, () => random.gaussian()))],
    ['stem.bias', tensor('F32', [2], 0.25, -1)],
    ['prototypes', tensor('F32', [4, 1], 1, 2, 3, 4)],
  ]);
  const file = writeSafetensors(stored);
  const original = readSafetensors(file, 'x');
  const headEnd = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));

  it('is refused wherever it is cut', async () => {
    for (let length = 0; length < file.length; length++) expect(await refusal(file.subarray(0, length))).toMatch(/cannot be used/);
  });

  it('is refused, or says the same, wherever a bit of its header flips; only a name may change', () => {
    let refused = 0;
    for (let bit = 0; bit < headEnd * 8; bit++) {
      const flipped = file.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      let read: ReadonlyMap<string, PackTensor>;
      try {
        read = readSafetensors(flipped, 'x');
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        refused++;
        continue;
      }
      expect([...read.values()]).toEqual([...original.values()]);
    }
    expect(refused).toBeGreaterThan(headEnd * 4);
  });
});
