import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type NpyWriterOptions, writeNpy } from '../../../tools/synthetic/npy/npyWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));
const typed = (type: string) => ({ edit: (header: string) => header.replace("'<f8'", type) });
const shaped = (shape: string) => ({ edit: (header: string) => header.replace('(12, 1000)', shape) });

const REFUSALS: readonly (readonly [what: string, options: NpyWriterOptions, sentence: string])[] = [
  ['Python objects', typed("'|O'"), 'ecg.npy holds Python objects, which are not opened: save the numbers themselves.'],
  ['texts', typed("'<U8'"), 'ecg.npy holds values of the type “<U8”; only plain numbers can be read.'],
  ['complex numbers', typed("'<c8'"), 'ecg.npy holds values of the type “<c8”; only plain numbers can be read.'],
  ['a byte order that is not told', typed("'=f8'"), 'ecg.npy holds values of the type “=f8”; only plain numbers can be read.'],
  ['records', typed("[('I', '<f8')]"), 'ecg.npy holds a table of several types; only plain numbers can be read.'],
  ['fewer bytes than announced', shaped('(12, 1001)'), 'ecg.npy is cut off: its first array takes 96096 bytes, and 96000 are there.'],
  ['more bytes than announced', shaped('(12, 999)'), 'ecg.npy holds more than one array: its first array takes 95904 bytes, and 96000 are there.'],
  ['a huge shape', shaped('(12, 99999999999999)'), 'ecg.npy announces 12 × 99999999999999 numbers; up to 16777216 can be read.'],
  ['one dimension', shaped('(12000,)'), 'ecg.npy holds no table of numbers that could be an ECG.'],
  ['several recordings', shaped('(2, 12, 500)'), 'ecg.npy holds no table of numbers that could be an ECG.'],
  ['three leads', { leadOrder: ['I', 'II', 'V1'] }, 'ecg.npy holds 3 leads without names; only 8 to 12 can be told apart by their order.'],
  ['a header of another kind', { edit: () => '{}' }, 'ecg.npy is damaged: its header “{}” describes no array.'],
];

describe('a NumPy array that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(writeNpy(ecg, options))).toBe(sentence);
  });

  it('fewer samples than 10 s can have', async () => {
    const short = createSyntheticEcg({ seed: 7, samplingRateHz: 100, seconds: 9 });
    expect(await refusal(writeNpy(short))).toBe('ecg.npy holds 900 samples of each lead; 10 s at 100 Hz or more are at least 1000.');
  });

  it('a newer version, and a header cut off or of an impossible length', async () => {
    const { name, bytes } = writeNpy(ecg);
    const changed = (at: number, value: number) => bytes.map((byte, index) => (index === at ? value : byte));
    expect(await refusal({ name, bytes: changed(6, 4) })).toBe('ecg.npy is in version 4 of NumPy’s format; 1 to 3 can be read.');
    expect(await refusal({ name, bytes: bytes.slice(0, 9) })).toBe('ecg.npy is cut off within its header.');
    expect(await refusal({ name, bytes: bytes.slice(0, 40) })).toBe('ecg.npy is cut off or damaged: its header announces 118 bytes.');
  });
});
