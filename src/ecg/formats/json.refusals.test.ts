import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type JsonWriterOptions, writeJson } from '../../../tools/synthetic/json/jsonWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));
const of = (content: unknown): EcgFile => ({ name: 'ecg.json', bytes: new TextEncoder().encode(JSON.stringify(content)) });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index % 7);

const REFUSALS: readonly (readonly [what: string, options: JsonWriterOptions, sentence: string])[] = [
  ['two rates', { facts: { fs: 100, sampleRate: 250, unit: 'mV' } }, 'ecg.json gives the sampling rate both as 100 Hz and 250 Hz.'],
  ['a rate of zero', { facts: { fs: 0, unit: 'mV' } }, 'ecg.json gives the sampling rate as “0”, which it cannot be.'],
  ['a rate that is no number', { facts: { fs: 'high', unit: 'mV' } }, 'ecg.json gives the sampling rate as “high”, which it cannot be.'],
  ['a rate too low', { facts: { fs: 50, unit: 'mV' } }, 'ecg.json was sampled at 50 Hz; at least 100 Hz are needed.'],
  ['too short', { facts: { fs: 500 } }, 'ecg.json is 2 s long; at least 10 s are needed.'],
  ['another unit', { facts: { fs: 100, unit: 'mmHg' } }, 'ecg.json gives its unit as “mmHg”, which is no unit of voltage.'],
  ['two units', { facts: { fs: 100, unit: 'mV', units: 'uV' } }, 'ecg.json gives its unit both as “mV” and “uV”.'],
  [
    'names of another number of leads',
    { shape: 'rows with names', facts: { fs: 100, unit: 'mV' }, edit: (text) => text.replace('"I",', '') },
    'ecg.json names 11 leads, but its table has 12 rows and 1000 columns.',
  ],
  ['a lead twice', { shape: 'rows with names', edit: (text) => text.replace('"II"', '"I"') }, 'ecg.json names the lead I twice, so it is unclear which of the two is meant.'],
  [
    'three leads',
    { leadOrder: ['I', 'II', 'V1'] },
    'ecg.json is no complete 12-lead ECG: it lacks the leads V2, V3, V4, V5 and V6 and holds “I”, “II” and “V1”.',
  ],
  ['a text among the samples', { edit: (text) => text.replace(/("II":\[)/, '$1"x",') }, 'ecg.json has “x” among the samples of “II”.'],
  ['a lead without samples', { edit: (text) => text.replace(/"II":\[[^\]]*\]/, '"II":{"unit":"mV"}') }, 'ecg.json holds no list of numbers as the samples of “II”.'],
  ['a lead that is no list', { edit: (text) => text.replace(/"II":\[[^\]]*\]/, '"II":null') }, 'ecg.json holds no list of numbers as the samples of “II”.'],
  [
    'a lead of another length',
    { edit: (text) => text.replace('"II":[', '"II":[0,') },
    'ecg.json holds 1000 samples of “I” but 1001 of “II”, so the leads do not belong together.',
  ],
  ['rows of several lengths', { shape: 'rows alone', edit: (text) => text.replace('[[', '[[0,') }, 'ecg.json holds lists of 1001 and of 1000 numbers, so the leads do not belong together.'],
  ['a text cut off', { edit: (text) => text.slice(0, 5000) }, 'ecg.json is cut off or damaged: it is no complete JSON.'],
  ['a number that is none', { edit: (text) => text.replace('"II":[', '"II":[1e999,') }, 'ecg.json has an infinite number among the samples of “II”.'],
];

describe('an ECG in JSON that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(writeJson(ecg, options))).toBe(sentence);
  });

  it.each([
    ['no table', { data: [], leads: {} }, 'ecg.json holds no table of numbers that could be an ECG.'],
    ['one lead', { fs: 100, ecg: [numbers(1000)] }, 'ecg.json holds one lead without names; only 8 to 12 can be told apart by their order.'],
    ['three leads without names', { fs: 100, ecg: [1, 2, 3].map(() => numbers(1000)) }, 'ecg.json holds 3 leads without names; only 8 to 12 can be told apart by their order.'],
    ['fewer samples than 10 s can have', Array.from({ length: 12 }, () => numbers(999)), 'ecg.json holds 999 samples of each lead; 10 s at 100 Hz or more are at least 1000.'],
    [
      'two tables',
      { rhythm: Array.from({ length: 12 }, () => numbers(1000)), median: { data: Array.from({ length: 12 }, () => numbers(600)) } },
      'ecg.json holds 2 tables of numbers (“rhythm” and “median.data”), so it is unclear which is the ECG.',
    ],
  ])('%s', async (_, content, sentence) => {
    expect(await refusal(of(content))).toBe(sentence);
  });

  it('lists in lists without an end', async () => {
    const text = `{"leads":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const file = { name: 'ecg.json', bytes: new TextEncoder().encode(text) };
    expect(await refusal(file)).toBe('ecg.json holds no table of numbers that could be an ECG.');
  });

  it('an order that is not one of so many leads', async () => {
    const file = writeJson(ecg, { shape: 'rows alone' });
    const sentence = 'ecg.json holds 12 leads, to which the order I and II cannot be applied.';
    expect(await sentenceOf(() => readEcg([file], { leadOrder: ['I', 'II'] }))).toBe(sentence);
  });

  it.each([
    ['another kind of JSON', { name: 'package', scripts: {} }],
    ['an explanation that this program wrote', { format: 'protoecg-ledger', data: [[1, 2]] }],
    ['a study', { format: 'protoecg-study', leads: { I: [1] } }],
    ['a resource of FHIR without samples', { resourceType: 'Patient', data: [[1]] }],
  ])('%s is no ECG', async (_, content) => {
    expect(await refusal(of(content))).toMatch(/^No ECG that can be read was found: ecg\.json seems to be a JSON file; /);
  });
});
