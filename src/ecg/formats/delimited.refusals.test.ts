import { describe, expect, it } from 'vitest';
import { createTime, type DelimitedWriterOptions, writeDelimited } from '../../../tools/synthetic/delimited/delimitedWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import { STANDARD_LEADS } from '../lead';
import type { StatedFacts } from '../statedFacts';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (options: DelimitedWriterOptions, stated: StatedFacts = {}) => sentenceOf(() => readEcg([writeDelimited(ecg, options)], stated));
const inV1At = (row: number, text: string): DelimitedWriterOptions['replace'] => (own, lead, index) =>
  lead === 'V1' && index === row ? text : own;
const NAMES = ['time [s]', ...STANDARD_LEADS].join(',');
const timeOf = (toSeconds: (index: number) => number) => [{ label: 'time [s]', toText: (index: number) => toSeconds(index).toFixed(3) }];

const REFUSALS: readonly (readonly [what: string, options: DelimitedWriterOptions, sentence: string])[] = [
  ['a word among the numbers', { replace: inV1At(310, 'lead off') }, 'table.csv has “lead off” in line 312, where a value of V1 should be.'],
  ['a word in the first row', { replace: inV1At(0, 'x') }, 'table.csv has “x” in line 2, where a value of V1 should be.'],
  [
    'two values of the first row run into each other',
    { hasNames: false, before: [NAMES, '0.0000,1,2,3,4,5,6,7,8,9,10,1112'] },
    'table.csv names 13 columns, but line 2 holds 12 values.',
  ],
  [
    'a word in an early row without names',
    { hasNames: false, first: [], replace: inV1At(50, 'x') },
    'table.csv has “x” in line 51, where a number should be.',
  ],
  [
    'a word in the first row without names',
    { hasNames: false, first: [], replace: inV1At(0, 'x') },
    'table.csv has “x” in line 1, where a number should be.',
  ],
  [
    'a word in the row of a lead',
    { signalsAre: 'rows', first: [], replace: (text, lead, index) => (lead === 'I' && index === 5 ? 'x' : text) },
    'table.csv has “x” in line 1, where a value of I should be.',
  ],
  [
    'a comment among the samples',
    { first: [], replace: (text, lead, index) => (lead === 'I' && index === 99 ? '#5' : text) },
    'table.csv has “#5,-61.5,-75.2,23.9,44.4,-68.4,0.0,-5.9,45.9,11.7,-20.5,-1.0” in line 101, among the samples.',
  ],
  [
    'a first row that begins like a comment',
    { first: [], replace: (text, lead, index) => (lead === 'I' && index === 0 ? `%${text}` : text) },
    'table.csv has “%30.3,61.5,31.3,-45.9,-0.5,46.4,1.0,40.0,-6.8,56.6,42.0,16.6” in line 2, among the samples.',
  ],
  [
    'a last row that begins like a comment',
    { first: [], after: ['%1,2,3,4,5,6,7,8,9,10,11,12'] },
    'table.csv has “%1,2,3,4,5,6,7,8,9,10,11,12” in line 1002, among the samples.',
  ],
  ['an infinite number', { replace: inV1At(3, 'inf') }, 'table.csv has “inf” in line 5, where a value of V1 should be.'],
  ['a number beyond all voltages', { replace: inV1At(3, '1e30') }, 'table.csv has “1e30” in line 5, where a value of V1 should be.'],
  [
    'separators of thousands',
    { delimiter: ';', replace: inV1At(1, '1.012,5') },
    'table.csv has “1.012,5” in line 3: numbers with separators of thousands cannot be read without doubt.',
  ],
  [
    'what may be thousands',
    { delimiter: ';', decimals: 0, first: [], before: ['fs 100'], replace: inV1At(1, '1.012') },
    'table.csv holds numbers such as “1.012”, which may be a thousand and more or a number with three decimals: nothing in it tells which.',
  ],
  [
    'point and comma at once',
    { delimiter: ';', replace: inV1At(1, '0,25') },
    'table.csv holds both “30.3” and “0,25”, so what point and comma mean in it is unclear.',
  ],
  ['a row cut off', { after: ['10.0000,1.5,2'] }, 'table.csv is cut off or damaged: line 1002 holds 3 values and the lines before it 13.'],
  [
    'fewer names than values',
    { hasNames: false, before: [STANDARD_LEADS.join(',')], first: [createTime(ecg), createTime(ecg)] },
    'table.csv names 12 columns, but line 2 holds 14 values.',
  ],
  [
    'an unnamed column that does not count the rows, so that names could be shifted',
    { hasNames: false, before: [STANDARD_LEADS.join(',')], first: [], last: [{ label: '', toText: () => '7' }], decimals: 0 },
    'table.csv names 12 columns, but line 2 holds 13 values.',
  ],
  [
    'fewer rows than announced',
    { before: ['Rhythm signal: 1001 X 12'], delimiter: ' ', hasNames: false, first: [] },
    'table.csv is cut off or damaged: it announces 1001 rows of 12 values and holds 1000 rows of 12 values.',
  ],
  [
    'rows of leads of different lengths',
    { signalsAre: 'rows', after: ['V7,1,2,3'] },
    'table.csv is cut off or damaged: line 14 holds 3 values and the line before it 1000.',
  ],
  [
    'a gap in time',
    { first: timeOf((index) => index / 100 + (index > 499 ? 0.5 : 0)) },
    'table.csv was not sampled evenly: in line 502 the time goes from “4.990” to “5.500”.',
  ],
  [
    'one sample left out',
    { first: timeOf((index) => (index + (index > 499 ? 1 : 0)) / 100) },
    'table.csv was not sampled evenly: in line 502 the time goes from “4.990” to “5.010”.',
  ],
  ['a time that stands still', { first: timeOf(() => 3) }, 'table.csv was not sampled evenly: in line 3 the time goes from “3.000” to “3.000”.'],
  [
    'a time left empty',
    { first: [{ label: 'time [s]', toText: (index) => (index === 2 ? '' : (index / 100).toFixed(2)) }] },
    'table.csv has “” in line 4, where a time should be.',
  ],
  [
    'another rate in words than in times',
    { before: ['Sampling rate: 250 Hz'] },
    'table.csv gives the sampling rate as 250 Hz, but its column of times as 100 Hz.',
  ],
  [
    'two rates in words',
    { before: ['Sampling rate: 250 Hz', 'fs = 500'] },
    'table.csv gives the sampling rate both as 250 Hz and 500 Hz.',
  ],
  ['a rate of nothing', { before: ['Sampling rate: 0 Hz'] }, 'table.csv gives the sampling rate as 0 Hz, which it cannot be.'],
  [
    'another unit in words than with the names',
    { before: ['Unit: mV'] },
    'table.csv gives one unit of its numbers as 1000 µV, but with the name of I as 1 µV.',
  ],
  [
    'a unit and a gain that contradict each other',
    { before: ['Unit: mV', 'Gain: 200 adu/mV'] },
    'table.csv gives what a step of its numbers is both as 1000 µV and 5 µV.',
  ],
  [
    'three leads, although neither rate nor unit is known',
    { leadOrder: ['V1', 'V5', 'aVF'], toLabel: (lead) => lead, first: [] },
    'table.csv is no complete 12-lead ECG: it lacks the leads I, II, V2, V3, V4 and V6 and holds “V1”, “V5” and “aVF”.',
  ],
  ['a lead twice', { leadOrder: ['V1', ...STANDARD_LEADS] }, 'table.csv names the lead V1 twice, so it is unclear which of the two is meant.'],
  [
    'columns of something else',
    { hasNames: false, before: ['age,height,weight,rr,pr,qrs,qt,qtc,axis,sv1,rv5,st,j'] },
    'table.csv is no complete 12-lead ECG: it lacks the leads I, II, V1, V2, V3, V4, V5 and V6 and holds “age”, “height”, “weight”, “rr”, “pr”, “qrs”, “qt”, “qtc”, “axis”, “sv1”, “rv5” and “st”.',
  ],
  [
    'nine columns without names',
    { hasNames: false, leadOrder: STANDARD_LEADS.slice(0, 9), first: [] },
    'table.csv holds 9 signals without the names of leads; without names, only 8 or 12 can be told apart by their order.',
  ],
];

describe('a table of text that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(options)).toBe(sentence);
  });

  it('an order for another number of leads', async () => {
    const stated = { samplingRateHz: 100, microvoltsPerUnit: 1, leadOrder: ['I', 'II'] as const };
    const sentence = 'table.csv holds 12 leads, to which the order I and II cannot be applied.';
    expect(await refusal({ hasNames: false, first: [] }, stated)).toBe(sentence);
  });

  it('a stated rate that is too low', async () => {
    expect(await refusal({ first: [] }, { samplingRateHz: 50 })).toBe('table.csv was sampled at 50 Hz; at least 100 Hz are needed.');
  });

  it('ten seconds at no rate', async () => {
    const { name, bytes } = writeDelimited(ecg, { first: [] });
    const lines = new TextDecoder().decode(bytes).split('\n').slice(0, 900);
    const sentence = 'table.csv holds 899 values of every lead; 10 s are at least 1000, at 100 Hz.';
    expect(await sentenceOf(() => readEcg([{ name, bytes: new TextEncoder().encode(lines.join('\n')) }]))).toBe(sentence);
  });

  it('more than can be an ECG of minutes', async () => {
    const { name, bytes } = writeDelimited(ecg);
    const long = new Uint8Array(12e6 + 1).fill(10);
    long.set(bytes);
    const sentence = 'table.csv is a table of 13 MB, more than the 12 that can be read; ten seconds of an ECG take less than 2.';
    expect(await sentenceOf(() => readEcg([{ name, bytes: long }]))).toBe(sentence);
  });

  it.each([
    ['a letter', 'Dear colleague,\nI, II and III were normal; V1, V2 not.\nYours'],
    ['a list of drugs', `name;dose;unit\n${'Bisoprolol;2,5;mg\n'.repeat(300)}`],
    ['RR intervals', `RR [ms]\n${'812\n796\n'.repeat(2000)}`],
    ['a few columns of numbers', '0.1,0.2,0.3,0.4\n'.repeat(2000)],
    ['a short matrix', '1 2 3 4 5 6 7 8 9\n'.repeat(60)],
    ['XML with numbers', `<wave>\n${'1,2,3,4,5,6,7,8\n'.repeat(300)}</wave>`],
    ['bytes between numbers', `${'1,2,3,4,5,6,7,8\n'.repeat(200)}\u0001`],
  ])('no table of an ECG is taken for one: %s', async (_, text) => {
    const file = { name: 'notes.txt', bytes: new TextEncoder().encode(text) };
    expect(await sentenceOf(() => readEcg([file]))).toMatch(/^No ECG that can be read was found: notes\.txt seems to be /);
  });
});
