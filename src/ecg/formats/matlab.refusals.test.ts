import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { toMatMatrix, writeMat4, writeMat5 } from '../../../tools/synthetic/mat/matWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const matrix = toMatMatrix(ecg);
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));
const cut = ({ name, bytes }: EcgFile, length: number): EcgFile => ({ name, bytes: bytes.slice(0, length) });
const patched = ({ name, bytes }: EcgFile, at: number, value: number): EcgFile => {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(at, value, true);
  return { name, bytes: copy };
};
const plain = writeMat5({ val: matrix }, { isCompressed: false });
const packed = writeMat5({ val: matrix });
const four = writeMat4({ val: matrix });

const REFUSALS: readonly (readonly [what: string, file: EcgFile, sentence: string])[] = [
  [
    'level 7.3',
    writeMat5({ val: matrix }, { title: 'MATLAB 7.3 MAT-file' }),
    'ecg.mat is a MATLAB 7.3 file (HDF5), which cannot be read: save it with the option -v7.',
  ],
  ['a header cut off', cut(packed, 100), 'ecg.mat is cut off or damaged within its header.'],
  ['an element cut off', cut(plain, 5000), 'ecg.mat is cut off or damaged: an element announces 96048 bytes, of which 4864 are there.'],
  ['a tag cut off', cut(packed, 132), 'ecg.mat is cut off or damaged.'],
  ['compressed bytes that were altered', patched(packed, 1000, 0x12345678), 'ecg.mat is damaged, or unfolds to more than 128 MB.'],
  ['a huge matrix', patched(plain, 160, 0x7fffffff), 'ecg.mat announces 2147483647 × 1000 numbers; up to 16777216 can be read.'],
  ['a negative size', patched(plain, 160, 0xffffffff), 'ecg.mat is damaged: it gives a matrix the size -1 × 1000.'],
  ['another size than it holds', patched(plain, 160, 13), 'ecg.mat is cut off or damaged: a matrix of 13 × 1000 holds 12000 numbers.'],
  ['numbers of an unknown type', patched(plain, 176, 99), 'ecg.mat is damaged: numbers of the type 99 are unknown.'],
  [
    'level 4 cut off',
    cut(four, 5000),
    'ecg.mat is cut off: its matrix “val” of 12 × 1000 numbers takes 96000 bytes, and 4976 are there.',
  ],
  [
    'level 4 followed by something else',
    { name: 'ecg.mat', bytes: Uint8Array.from([...four.bytes, ...new Uint8Array(8).fill(77)]) },
    'ecg.mat is damaged: what follows 96024 bytes of it is no matrix of MATLAB level 4.',
  ],
  ['no variables', writeMat5({}), 'ecg.mat holds no table of numbers that could be an ECG.'],
  ['texts and numbers alone', writeMat5({ fs: 500, name: 'x', list: [1, 'two'] }), 'ecg.mat holds no table of numbers that could be an ECG.'],
  [
    'two matrices',
    writeMat5({ raw: matrix, filtered: matrix }),
    'ecg.mat holds 2 tables of numbers (“raw” and “filtered”), so it is unclear which is the ECG.',
  ],
  [
    'three leads',
    writeMat5({ val: toMatMatrix(ecg, 1, ['I', 'II', 'V1']) }),
    'ecg.mat holds 3 leads without names; only 8 to 12 can be told apart by their order.',
  ],
];

describe('a MATLAB file that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, file, sentence) => {
    expect(await refusal(file)).toBe(sentence);
  });

  it('lists in lists without an end', async () => {
    let value: readonly unknown[] = [1];
    for (let depth = 0; depth < 20; depth++) value = [value];
    expect(await refusal(writeMat5({ x: value as never }))).toBe('ecg.mat is damaged: its data lie in each other more than 16 deep.');
  });

  it('more than is read when unfolded', async () => {
    const { name, bytes } = writeMat5({});
    const compressed = deflateSync(new Uint8Array(2 ** 27 + 1), { level: 1 });
    const tag = new Uint8Array(Int32Array.of(15, compressed.length).buffer);
    const bomb = { name, bytes: Uint8Array.from([...bytes, ...tag, ...compressed]) };
    expect(bomb.bytes.length).toBeLessThan(2 ** 20);
    expect(await refusal(bomb)).toBe('ecg.mat is damaged, or unfolds to more than 128 MB.');
  }, 60_000);

  it('a list of very many values', async () => {
    const file = writeMat5({ x: Array.from({ length: 2 ** 16 }, () => 1) });
    expect(await refusal(file)).toBe('ecg.mat holds more than 65536 values and lists, which is no recording.');
  });

  it('two at once', async () => {
    expect(await sentenceOf(() => readEcg([four, { ...packed, name: 'b.mat' }]))).toBe('These are 2 recordings (ecg.mat and b.mat): open them one by one.');
  });
});
