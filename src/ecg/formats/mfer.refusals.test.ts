import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type MferWriterDefinition, type MferWriterOptions, writeMfer } from '../../../tools/synthetic/mfer/mferWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));
const defining = (...definitions: readonly MferWriterDefinition[]): MferWriterOptions => ({ definitions });

const REFUSALS: readonly (readonly [what: string, options: MferWriterOptions, sentence: string])[] = [
  ['a byte order that is none', defining([0x01, [2]]), 'ecg.mwf is damaged: it gives its byte order as 2, which it cannot be.'],
  ['no leads', defining([0x05, [0]]), 'ecg.mwf announces 0 leads; 1 to 256 can be read.'],
  ['too many leads', defining([0x05, [0xff, 0xff, 0xff]]), 'ecg.mwf announces 16777215 leads; 1 to 256 can be read.'],
  ['compressed samples', defining([0x0e, [0, 1]]), 'ecg.mwf is compressed (code 1), which cannot be read.'],
  ['AHA compression', defining([0x0a, [9]]), 'ecg.mwf stores samples of the type 9 (AHA compression), which cannot be read.'],
  ['an unknown type of sample', defining([0x0a, [77]]), 'ecg.mwf stores samples of the type 77, which cannot be read.'],
  ['an offset', defining([0x0d, [0, 9]]), 'ecg.mwf shifts “I” by an offset, in a way that cannot be read for certain.'],
  ['a rate too low', defining([0x0b, [0, 0, 99]]), 'ecg.mwf was sampled at 99 Hz; at least 100 Hz are needed.'],
  ['an interval in metres', defining([0x0b, [2, 0, 1]]), 'ecg.mwf gives the sampling interval in the unit of code 2; only hertz and seconds can be read.'],
  ['an interval of zero', defining([0x0b, [1, 0, 0]]), 'ecg.mwf gives the sampling interval as 0 in 3 bytes, which it cannot be.'],
  ['a resolution too short', defining([0x0c, [0, 0]]), 'ecg.mwf gives the sampling resolution as 0 in 2 bytes, which it cannot be.'],
  ['another unit', defining([0x0c, [1, 0, 1]]), 'ecg.mwf gives the sampling resolution of “I” in the unit of code 1, which is no voltage.'],
  [
    'leads of two rates',
    // What is defined of the second lead alone.
    { before: [0x3f, 1, 5, 0x0b, 3, 0, 0, 125] },
    'ecg.mwf gives leads the rates 100 Hz and 125 Hz; only leads of one sampling rate can be read.',
  ],
  [
    'sequences of their own in a lead',
    { before: [0x3f, 1, 3, 0x06, 1, 2] },
    'ecg.mwf announces sequences of different numbers in different leads, which cannot be read.',
  ],
  ['blocks of no samples', defining([0x04, [0]]), 'ecg.mwf gives the samples of a block as 0, which it cannot be.'],
  ['no sequences', defining([0x06, [0]]), 'ecg.mwf gives the number of sequences as 0, which it cannot be.'],
  [
    'fewer sequences than it holds',
    { blockLength: 1, ...defining([0x06, [1, 0]]) },
    'ecg.mwf is damaged: it announces 256 sequences of samples and holds 1000.',
  ],
  ['more samples in a block than it holds', defining([0x04, [0x7f, 0xff, 0xff, 0xff]]), 'ecg.mwf is 0 s long; at least 10 s are needed.'],
  [
    'three leads',
    { leadOrder: ['V1', 'V5', 'aVF'] },
    'ecg.mwf is no complete 12-lead ECG: it lacks the leads I, II, V2, V3, V4 and V6 and holds “V1”, “V5” and “aVF”.',
  ],
  [
    'a frame more',
    { end: [0x1e, 2, 0, 0] },
    'ecg.mwf holds 2 recordings, of which only one can be read.',
  ],
  ['a dominant beat alone', defining([0x08, [0, 9]]), 'ecg.mwf holds no samples of an ECG.'],
  ['a definition of indefinite length', { end: [0x67, 0x80] }, 'ecg.mwf holds a definition 67h of indefinite length, which cannot be read.'],
  ['a length of too many bytes', { end: [0x16, 0x89] }, 'ecg.mwf holds a definition 16h with a length of 9 bytes, which cannot be read.'],
  ['a definition that is cut off', { end: [0x16, 9, 1] }, 'ecg.mwf is cut off or damaged: its definition 16h announces 9 bytes, of which 1 are there.'],
  ['a definition without a length', { end: [0x16] }, 'ecg.mwf is cut off within its definitions.'],
  [
    'groups in groups',
    { end: [0x67, 18, 0x67, 16, 0x67, 14, 0x67, 12, 0x67, 10, 0x67, 8, 0x67, 6, 0x67, 4, 0x67, 2, 0x67, 0] },
    'ecg.mwf is damaged: its definitions lie in each other more than 8 deep.',
  ],
];

describe('an MFER file that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(writeMfer(ecg, options))).toBe(sentence);
  });
});
