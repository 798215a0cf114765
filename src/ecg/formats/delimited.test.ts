import { describe, expect, it } from 'vitest';
import { createTime, type DelimitedWriterOptions, writeDelimited } from '../../../tools/synthetic/delimited/delimitedWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../lead';
import type { StatedFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const BY_NAMES = 'the unit with the names of the leads';
const BY_LINES = 'the lines above the table';
const AS_STATED = 'the unit of its numbers, as you stated';
const RATE_STATED = 'Not in the file, but as you stated: the sampling rate of 300 Hz.';
const bare = (lead: string): string => lead;
const clock = (index: number, date = ''): string => {
  const seconds = (86_395 + index / 300) % 86_400;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60].map((value) => String(value).padStart(2, '0'));
  return `${date}${hours}:${minutes}:${(seconds % 60).toFixed(6).padStart(9, '0')}`;
};

interface Row {
  readonly options: DelimitedWriterOptions;
  readonly stated?: StatedFacts;
  /** The scale and where it comes from; 1 µV from the names of the columns unless given. */
  readonly scale?: readonly [microvolts: number, from: string];
  /** The last digit, in microvolts; 0.1 unless given. */
  readonly stepUv?: number;
  readonly separated?: string;
  readonly remarks?: readonly string[];
}

const MILLIVOLTS = { microvoltsPerUnit: 1000, decimals: 4 };

const ROWS: Readonly<Record<string, Row>> = {
  'names with units, a time in seconds': { options: {} },
  'leads in another order': { options: { leadOrder: STANDARD_LEADS.toReversed() } },
  'names in capitals, a unit with each': { options: { toLabel: (lead) => `${lead.toUpperCase()} (uV)` } },
  'names with an ending for the unit': { options: { toLabel: (lead) => `ECG_${lead.toLowerCase()}_uV` } },
  'eight leads': { options: { leadOrder: EIGHT }, remarks: [DERIVED] },
  millivolts: { options: { ...MILLIVOLTS, toLabel: (lead) => `${lead}/mV` }, scale: [1000, BY_NAMES] },
  'a German spreadsheet': {
    options: {
      before: ['# Gerät: Kardiograf X; Abtastrate: 300 Hz; Einheit: µV'],
      first: [{ label: 'Zeit [ms]', toText: (index) => (index / 0.3).toFixed(1) }],
      delimiter: ';',
      decimalMark: ',',
      encoding: 'latin1',
      lineEnd: '\r\n',
    },
    separated: 'semicolons',
  },
  'tabs and decimal commas': { options: { delimiter: '\t', decimalMark: ',' }, separated: 'tabs' },
  'spaces and decimal commas': {
    options: { delimiter: '  ', decimalMark: ',', toLabel: (lead) => `${lead}[µV]`, first: [createTime(ecg, 't')] },
    separated: 'spaces',
    remarks: ['Nothing names the unit of the times: their steps of 0.003333 were taken as seconds, 300 Hz.'],
  },
  'UTF-8 with a byte order mark': { options: { encoding: 'utf-8-bom', first: [], before: ['sampling rate: 300'] } },
  'UTF-16, the low byte first': { options: { encoding: 'utf-16le', delimiter: '\t' }, separated: 'tabs' },
  'UTF-16, the high byte first': { options: { encoding: 'utf-16be', delimiter: '\t' }, separated: 'tabs' },
  'line ends of old Macs': { options: { lineEnd: '\r' } },
  'empty lines between': { options: { lineEnd: '\n\n' } },
  'quotation marks around all': { options: { isQuoted: true } },
  'decimal commas within quotation marks': { options: { isQuoted: true, decimalMark: ',' } },
  'lines of the patient above': {
    options: { before: ['Name,"Mustermann, ""Erika"""', 'Date of Birth,"Feb 28, 1950"', 'ID,4711', '', 'Sample Rate,300 hertz'], first: [] },
  },
  'a line of units': {
    options: {
      ...MILLIVOLTS,
      first: [createTime(ecg, "'Elapsed time'")],
      toLabel: (lead) => `'${lead}'`,
      between: ["'seconds'" + ",'mV'".repeat(12)],
    },
    scale: [1000, BY_NAMES],
  },
  'an interval, names and ranges each in a line': {
    options: {
      ...MILLIVOLTS,
      delimiter: '\t',
      before: ['Interval=\t0.003333333 s'],
      first: [createTime(ecg, 'ChannelTitle=')],
      toLabel: bare,
      between: ['Range=' + '\t10.000 mV'.repeat(12)],
    },
    scale: [1000, BY_NAMES],
    separated: 'tabs',
  },
  'a gain above': {
    options: {
      before: ['Sampling Rate (Hz): 300', 'Gain (digit/millivolt): 2048'],
      microvoltsPerUnit: 1000 / 2048,
      decimals: 0,
      first: [],
      toLabel: bare,
    },
    scale: [1000 / 2048, BY_LINES],
    stepUv: 0.49,
  },
  'microvolts a step above': {
    options: { before: ['fs=0.3 kHz', 'Resolution: 2.5 µV/LSB'], microvoltsPerUnit: 2.5, decimals: 0, first: [], toLabel: bare },
    scale: [2.5, BY_LINES],
    stepUv: 2.5,
  },
  'a header marked as a comment': {
    options: { delimiter: ' ', before: ['# unit: uV', '# fs 300', `# ${STANDARD_LEADS.join(' ')}`], hasNames: false, first: [] },
    scale: [1, BY_LINES],
    separated: 'spaces',
  },
  'names and samples parted differently': {
    options: { delimiter: ' ', before: ['# Coronary Care Unit V', '# units: uV, fs: 300', `# ${STANDARD_LEADS.join(', ')}`], hasNames: false, first: [] },
    scale: [1, BY_LINES],
    separated: 'spaces',
  },
  'the number of each sample': {
    options: { first: [{ label: 'sample #', toText: String }], before: ['Sample interval: 3.3333 ms, sampling frequency 300'] },
  },
  'row numbers without a name': {
    options: {
      before: ['unit mV', `"time (s)" ${STANDARD_LEADS.map((lead) => `"${lead}"`).join(' ')}`],
      ...MILLIVOLTS,
      delimiter: ' ',
      hasNames: false,
      first: [{ label: '', toText: (index) => `"${index + 1}"` }, createTime(ecg)],
    },
    scale: [1000, BY_LINES],
    separated: 'spaces',
  },
  'times of a clock past midnight': { options: { first: [{ label: 'Time', toText: (index) => clock(index) }] } },
  'dates and times, and a column of words': {
    options: {
      first: [{ label: 'timestamp', toText: (index) => clock(index, '2020-06-04T') }],
      last: [{ label: 'Annotation', toText: (index) => (index % 300 === 0 ? 'N' : '') }],
    },
    remarks: ['Signals beside the twelve leads were not read: “Annotation”.'],
  },
  'whole seconds, from which no rate follows': {
    options: { first: [{ label: 'timestamp', toText: (index) => `2020-06-04 15:11:${10 + Math.floor(index / 300)}` }] },
    stated: { samplingRateHz: 300 },
    remarks: [RATE_STATED],
  },
  'times rounded to milliseconds': { options: { first: [createTime(ecg, 'time_s', 3)] } },
  'a row for every lead': { options: { signalsAre: 'rows', before: ['fs: 300 Hz'], first: [] } },
  'a row for every lead, with a row of times': { options: { signalsAre: 'rows', delimiter: '\t' }, separated: 'tabs' },
  'a row for every lead without names': {
    options: { signalsAre: 'rows', hasNames: false, first: [] },
    stated: { samplingRateHz: 300, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS },
    scale: [1, AS_STATED],
    remarks: [`Not in the file, but as you stated: the sampling rate of 300 Hz and the order of the leads (${STANDARD_LEADS.join(', ')}).`],
  },
  'eight columns without names': {
    options: { hasNames: false, leadOrder: EIGHT, first: [{ label: '', toText: String }], before: ['sampling rate 300 Hz', 'units = µV'] },
    stated: { leadOrder: EIGHT },
    scale: [1, BY_LINES],
    remarks: [DERIVED, `Not in the file, but as you stated: the order of the leads (${EIGHT.join(', ')}).`],
  },
  'columns that a program numbered': {
    options: { first: [], leadOrder: STANDARD_LEADS, toLabel: (lead) => String(STANDARD_LEADS.indexOf(lead)) },
    stated: { samplingRateHz: 300, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS },
    scale: [1, AS_STATED],
    remarks: [`Not in the file, but as you stated: the sampling rate of 300 Hz and the order of the leads (${STANDARD_LEADS.join(', ')}).`],
  },
  'the rhythm and the median beat of GE': {
    options: {
      before: ['', 'Median signal: 2 X 12', '', `${'1 '.repeat(12)}`, `${'1 '.repeat(12)}`, '', `Rhythm signal: ${ecg.sampleCount} X 12 `, ''],
      after: ['', 'Median signal: 1 X 12', `${'1 '.repeat(12)}`],
      delimiter: ' ',
      lineEnd: ' \r\n',
      hasNames: false,
      first: [],
    },
    stated: { samplingRateHz: 300, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS },
    scale: [1, AS_STATED],
    separated: 'spaces',
    remarks: [`Not in the file, but as you stated: the sampling rate of 300 Hz and the order of the leads (${STANDARD_LEADS.join(', ')}).`],
  },
};

describe('a table of text', () => {
  it.each(Object.entries(ROWS))('is read within half a step: %s', async (_, row) => {
    const { options, stated = {}, scale = [1, BY_NAMES], stepUv = 0.1, separated = 'commas', remarks = [] } = row;
    const read = await readEcg([writeDelimited(ecg, options)], stated);
    expect(read).toMatchObject({
      samplingRateHz: 300,
      sampleCount: 3000,
      format: `Text table (separated by ${separated})`,
      scale: `1 unit = ${Number(scale[0].toPrecision(4))} µV, from ${scale[1]}`,
      remarks,
    });
    expect(largestErrorMv(read, ecg)).toBeLessThan(stepUv / 2000 + 1e-6);
  });

  it('is never overruled by what is stated', async () => {
    const stated = { samplingRateHz: 1000, microvoltsPerUnit: 5, leadOrder: STANDARD_LEADS.toReversed() };
    expect(await readEcg([writeDelimited(ecg)], stated)).toEqual(await readEcg([writeDelimited(ecg)]));
  });

  it('keeps missing samples missing and tells them', async () => {
    const gaps = ['', 'NaN', 'n/a', '-'];
    const replace = (text: string, lead: string, index: number) => (lead === 'V2' && index < 8 ? gaps[index % 4]! : text);
    const read = await readEcg([writeDelimited(ecg, { replace })]);
    expect(read.remarks).toEqual(['Samples that the file marks as missing: 8 in V2.']);
    expect([...read.leads.V2.subarray(0, 9)].map(Number.isNaN)).toEqual([...Array<boolean>(8).fill(true), false]);
  });

  it('is told to be scaled wrong where no heart is so strong', async () => {
    const read = await readEcg([writeDelimited(ecg, { toLabel: (lead) => `${lead} [mV]` })]);
    expect(read.remarks.at(-1)).toMatch(/^In most leads the ECG spans about \d+ mV, which no beating heart’s does/);
  });

  it('asks for all that it does not say at once', async () => {
    const file = writeDelimited(ecg, { first: [], hasNames: false });
    const needs: unknown = await readEcg([file]).catch((thrown: unknown) => thrown);
    expect(needs).toMatchObject({
      message: 'table.csv does not say at what rate it was sampled, in what unit its numbers are and in which order its leads stand.',
      missing: [
        { fact: 'samplingRateHz', sampleCount: 3000 },
        { fact: 'microvoltsPerUnit', inferred: { microvoltsPerUnit: 1 } },
        { fact: 'leadOrder', leadCount: 12 },
      ],
    });
    const part: unknown = await readEcg([file], { samplingRateHz: 300 }).catch((thrown: unknown) => thrown);
    expect(part).toMatchObject({ missing: [{ fact: 'microvoltsPerUnit' }, { fact: 'leadOrder' }] });
  });

  it('keeps nothing of the lines that name a patient', async () => {
    const before = ['Name,Mustermann', 'Born,1950-02-28', 'ID,4711'];
    const { leads, ...told } = await readEcg([writeDelimited(ecg, { before })]);
    expect(Object.keys(leads)).toHaveLength(12);
    expect(JSON.stringify(told)).not.toMatch(/Muster|1950|4711/);
  });
});
