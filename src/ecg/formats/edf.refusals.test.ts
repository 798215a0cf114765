import { describe, expect, it } from 'vitest';
import { edfFieldAt } from '../../../tools/synthetic/edf/edfFieldAt';
import { type EdfWriterOptions, writeEdf } from '../../../tools/synthetic/edf/edfWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (...files: EcgFile[]) => sentenceOf(() => readEcg(files));

type Field = Parameters<typeof edfFieldAt>[0];
/** The first lead's field is written anew. */
const withField = (field: Field, text: string): EdfWriterOptions => ({ patches: { [edfFieldAt(field, 12)]: text.padEnd(8) } });
const pausedEach = (seconds: number) => Array.from({ length: 10 }, (_, record) => record * (seconds + 1) + Math.floor(record / 4));

const REFUSALS: readonly (readonly [what: string, options: EdfWriterOptions, sentence: string])[] = [
  ['another header length', { patches: { 184: '3072    ' } }, 'ecg.edf announces a header of “3072” bytes, although that of 12 signals takes 3328.'],
  ['more signals', { patches: { 252: '9999' } }, 'ecg.edf announces a header of “3328” bytes, although that of 9999 signals takes 2560000.'],
  ['a header longer than the file', { patches: { 184: '2560000 ', 252: '9999' } }, 'ecg.edf is cut off within its header, after 27328 bytes.'],
  ['no signals', { patches: { 252: '0   ' } }, 'ecg.edf gives the number of signals as “0”, which it cannot be.'],
  ['half a signal', { patches: { 252: '12.5' } }, 'ecg.edf gives the number of signals as “12.5”, which it cannot be.'],
  ['no data records', { recordCount: '0' }, 'ecg.edf gives the number of data records as “0”, which it cannot be.'],
  ['an impossible number of them', { recordCount: '-2' }, 'ecg.edf gives the number of data records as “-2”, which it cannot be.'],
  ['no duration', { patches: { 244: '        ' } }, 'ecg.edf does not give the duration of a data record.'],
  ['the duration 0', { patches: { 244: '0       ' } }, 'ecg.edf gives the duration of a data record as “0”, which it cannot be.'],
  ['a decimal comma', { patches: { 244: '1,0     ' } }, 'ecg.edf gives the duration of a data record as “1,0”, which it cannot be.'],
  ['no unit', withField('unit', ''), 'ecg.edf does not give the unit of “ECG I”.'],
  ['another unit', withField('unit', 'mmHg'), 'ecg.edf gives “ECG I” in the unit “mmHg”, but an ECG is measured in V, mV, µV or nV.'],
  ['a unit lost in encoding', withField('unit', '?V'), 'ecg.edf gives “ECG I” in the unit “?V”, but an ECG is measured in V, mV, µV or nV.'],
  ['no physical minimum', withField('physicalMinimum', ''), 'ecg.edf does not give the physical minimum of “ECG I”.'],
  ['a comma in it', withField('physicalMaximum', '3276,7'), 'ecg.edf gives the physical maximum of “ECG I” as “3276,7”, which it cannot be.'],
  ['no physical range', withField('physicalMaximum', '-32768'), 'ecg.edf gives “ECG I” a physical range from -32768 to -32768 uV, which gives no scale.'],
  ['no digital range', withField('digitalMaximum', '-32768'), 'ecg.edf gives “ECG I” a digital range from -32768 to -32768; it must rise within -32768 to 32767.'],
  ['a falling digital range', withField('digitalMaximum', '-32769'), 'ecg.edf gives “ECG I” a digital range from -32768 to -32769; it must rise within -32768 to 32767.'],
  ['a digital range of more bits', withField('digitalMaximum', '8388607'), 'ecg.edf gives “ECG I” a digital range from -32768 to 8388607; it must rise within -32768 to 32767.'],
  ['a broken step', withField('digitalMaximum', '100.5'), 'ecg.edf gives “ECG I” a digital range from -32768 to 100.5; it must rise within -32768 to 32767.'],
  ['a scale as not set', withField('unit', 'mV'), 'ecg.edf gives “ECG I” a physical range from -32768 to 32767 mV: in steps of 1 mV no ECG is recorded, so the scale is wrong.'],
  ['samples that are no number', withField('samplesPerRecord', 'many'), 'ecg.edf announces “many” samples of “ECG I” in a data record, which it cannot hold.'],
  ['samples below 0', withField('samplesPerRecord', '-100'), 'ecg.edf announces “-100” samples of “ECG I” in a data record, which it cannot hold.'],
  ['leads of two rates', withField('samplesPerRecord', '50'), 'ecg.edf holds “ECG I” at 50 Hz but “ECG II” at 100 Hz; only leads of one sampling rate can be read.'],
  ['records longer than the file', { patches: { [edfFieldAt('samplesPerRecord', 12)]: '99999999'.repeat(12) } }, 'ecg.edf holds no whole data record: 24000 bytes follow its header, a record takes 2399999976.'],
  ['no samples', { patches: { [edfFieldAt('samplesPerRecord', 12)]: '0       '.repeat(12) } }, 'ecg.edf holds no whole data record: 24000 bytes follow its header, a record takes 0.'],
  ['too few leads', { leadOrder: ['I', 'II', 'III'] }, 'ecg.edf is no complete 12-lead ECG: it lacks the leads V1, V2, V3, V4, V5 and V6 and holds “ECG I”, “ECG II” and “ECG III”.'],
  ['pauses', { plus: 'D', recordStarts: pausedEach(0) }, 'ecg.edf pauses, and is without a pause at most 4 s long; at least 10 s are needed.'],
  ['pauses between all records', { plus: 'D', recordStarts: pausedEach(1) }, 'ecg.edf pauses, and is without a pause at most 1 s long; at least 10 s are needed.'],
  [
    'times that run backwards',
    { plus: 'D', recordStarts: [0, 1, 2, 3, 4, 4.5, 6, 7, 8, 9] },
    'ecg.edf is damaged: its data record 6 begins before the one before it ends.',
  ],
  ['pauses that are not told', { patches: { 192: 'EDF+D' } }, 'ecg.edf is of the kind EDF+D, which has pauses, but does not say when (it has no annotations).'],
];

describe('an EDF file that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(writeEdf(ecg, options))).toBe(sentence);
  });

  it('pauses of years', async () => {
    const long = createSyntheticEcg({ seed: 1, samplingRateHz: 100, seconds: 20 });
    const recordStarts = Array.from({ length: 20 }, (_, record) => record + (record < 10 ? 0 : 4e8));
    const sentence = 'ecg.edf is damaged: with its pauses it would last 4630 days.';
    expect(await refusal(writeEdf(long, { plus: 'D', recordStarts }))).toBe(sentence);
  });

  it('a lead twice', async () => {
    const twice = writeEdf(ecg, { toLabel: (lead) => (lead === 'aVF' ? 'Lead I' : lead) });
    expect(await refusal(twice)).toBe('ecg.edf names the lead I twice, so it is unclear which of the two is meant.');
  });

  it('a header cut off', async () => {
    const { name, bytes } = writeEdf(ecg);
    expect(await refusal({ name, bytes: bytes.slice(0, 100) })).toBe('ecg.edf is cut off within its header, after 100 bytes.');
    expect(await refusal({ name, bytes: bytes.slice(0, 3000) })).toBe('ecg.edf is cut off within its header, after 3000 bytes.');
  });

  it('a byte that came in between', async () => {
    const { name, bytes } = writeEdf(ecg, { kind: 'BDF', name: 'ecg.bdf' });
    const longer = Uint8Array.from([...bytes.subarray(0, 3000), 0x20, ...bytes.subarray(3000, -1), 0]);
    expect(await refusal({ name, bytes: longer })).toBe(
      'ecg.bdf announces 10 data records of 3600 bytes, and 1 byte fits into none: it was altered, or holds other samples than its header says.',
    );
  });

  it('fewer than 10 s, fewer than 100 Hz', async () => {
    expect(await refusal(writeEdf(createSyntheticEcg({ seed: 1, seconds: 9 })))).toBe('ecg.edf is 9 s long; at least 10 s are needed.');
    const slow = createSyntheticEcg({ seed: 1, samplingRateHz: 50 });
    expect(await refusal(writeEdf(slow))).toBe('ecg.edf was sampled at 50 Hz; at least 100 Hz are needed.');
  });

  it('a record of EDF+D without its time', async () => {
    const { name, bytes } = writeEdf(ecg, { plus: 'D' });
    const recordBytes = 12 * 200 + 48;
    bytes.fill(0, 14 * 256 + 4 * recordBytes - 48, 14 * 256 + 4 * recordBytes);
    expect(await refusal({ name, bytes })).toBe('ecg.edf is of the kind EDF+D, which has pauses, but does not say when its data record 4 began.');
  });

  it('two recordings at once', async () => {
    const pair = [writeEdf(ecg), writeEdf(ecg, { name: 'other.edf' })];
    expect(await refusal(...pair)).toBe('These are 2 recordings (ecg.edf and other.edf): open them one by one.');
  });
});
