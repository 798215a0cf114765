import { describe, expect, it } from 'vitest';
import { edfFieldAt } from '../../../tools/synthetic/edf/edfFieldAt';
import { type EdfWriterOptions, writeEdf } from '../../../tools/synthetic/edf/edfWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { mapLeads } from '../mapLeads';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300, seconds: 12 });
const EIGHT = ['V6', 'V5', 'V4', 'V3', 'V2', 'V1', 'II', 'I'] as const;
const ANNOTATED = 'Signals beside the twelve leads were not read: “EDF Annotations”.';

function largestErrorMv(actual: Ecg, expected: Ecg, first = 0): number {
  const errors = STANDARD_LEADS.map((lead) => {
    const wanted = expected.leads[lead];
    return actual.leads[lead].reduce((most, sample, index) => Math.max(most, Math.abs(sample - wanted[first + index]!)), 0);
  });
  return Math.max(...errors);
}

function change({ name, bytes }: EcgFile, edit: (bytes: Uint8Array) => Uint8Array): EcgFile {
  return { name, bytes: edit(bytes) };
}

interface Row {
  readonly options: EdfWriterOptions;
  readonly format?: string;
  readonly stepUv?: number;
  readonly remarks?: readonly string[];
}

const inUnit = (unit: string, microvoltsPerUnit: number, physical: readonly [string, string]): EdfWriterOptions => ({
  unit,
  microvoltsPerUnit,
  physical,
});
const ROWS: Readonly<Record<string, Row>> = {
  EDF: { options: {} },
  'EDF+C': { options: { plus: 'C' }, format: 'EDF+C', remarks: [ANNOTATED] },
  'EDF+D without a pause': { options: { plus: 'D' }, format: 'EDF+D', remarks: [ANNOTATED] },
  'EDF+D with times that are rounded': {
    options: { plus: 'D', recordStarts: Array.from({ length: 12 }, (_, record) => record + (record % 2) * 0.002) },
    format: 'EDF+D',
    remarks: [ANNOTATED],
  },
  BDF: {
    options: { kind: 'BDF', digital: [-8388608, 8388607], physical: ['-262144', '262143'] },
    format: 'BDF',
    stepUv: 0.03125,
  },
  'BDF+C': {
    options: { kind: 'BDF', plus: 'C', digital: [-8388608, 8388607], physical: ['-8388.61', '8388.607'] },
    format: 'BDF+C',
    stepUv: 0.001,
    remarks: ['Signals beside the twelve leads were not read: “BDF Annotations”.'],
  },
  'names of other writers': { options: { leadOrder: STANDARD_LEADS.toReversed(), toLabel: (lead) => `EKG ${lead.toUpperCase()}` } },
  'one data record': { options: { recordSeconds: '12' } },
  'data records of 0.05 s': { options: { recordSeconds: '0.05' } },
  'a duration with noughts': { options: { recordSeconds: '2.000000' } },
  millivolts: { options: inUnit('mV', 1000, ['-32.768', '32.767']) },
  'micro sign in Latin-1': { options: inUnit('\u00b5V', 1, ['-32768', '32767']) },
  'micro sign in UTF-8': { options: inUnit('\u00c2\u00b5V', 1, ['-32768', '32767']) },
  'Greek mu in UTF-8': { options: inUnit('\u00ce\u00bcV', 1, ['-32768', '32767']) },
  'a unit in full': { options: inUnit('microvol', 1, ['-32768', '32767']) },
  nanovolts: { options: inUnit('nV', 1e-3, ['-3276800', '3276700']), stepUv: 0.1 },
  volts: { options: inUnit('V', 1e6, ['-.032768', '.032767']) },
  'twelve bits from 0': { options: { ...inUnit('mV', 1000, ['-10.24', '10.235']), digital: [0, 4095] }, stepUv: 5 },
  'an asymmetric digital range': { options: { digital: [-1000, 15383], physical: ['-10000', '30957.5'] }, stepUv: 2.5 },
  'a physical range about nothing near 0': { options: { digital: [-32768, 32767], physical: ['-12768', '52767'] } },
  'a sign reversed': {
    options: { physical: ['32767', '-32768'] },
    remarks: [
      'The file stores “ECG I”, “ECG II”, “ECG III”, “ECG aVR”, “ECG aVL”, “ECG aVF”, “ECG V1”, “ECG V2”, “ECG V3”, “ECG V4”, “ECG V5” and “ECG V6” upside down and says so; it was turned back.',
    ],
  },
  'signals of other rates first': {
    options: {
      others: [
        { label: 'SpO2', unit: '%', samplesPerRecord: 1 },
        { label: 'Resp chest', unit: '', samplesPerRecord: 25 },
      ],
    },
    remarks: ['Signals beside the twelve leads were not read: “SpO2” and “Resp chest”.'],
  },
  'eight leads': {
    options: { leadOrder: EIGHT, toLabel: (lead) => `ECG:${lead.toLowerCase()}` },
    stepUv: 2,
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
  'a length left open': { options: { recordCount: '-1' }, remarks: ['The file does not say how long it is; all whole data records were read.'] },
};

describe('an EDF or BDF file', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, { options, format = 'EDF', stepUv = 1, remarks = [] }) => {
    const read = await readEcg([writeEdf(ecg, options)]);
    expect(read).toMatchObject({ format, remarks, samplingRateHz: 300, sampleCount: 3600 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(stepUv / 2000 + 1e-6);
  });

  it('tells where its scale comes from, and leaves the patient where he is', async () => {
    const read = await readEcg([writeEdf(ecg, ROWS['twelve bits from 0']!.options)]);
    expect(read.scale).toBe('1 LSB = 5 µV, from the physical and digital range');
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|0815/);
  });

  it('is known by its content, and a table that begins with 0 is not taken for one', async () => {
    expect((await readEcg([writeEdf(ecg, { name: 'ecg.dat' })])).format).toBe('EDF');
    const table = { name: 'ecg.txt', bytes: new TextEncoder().encode('0       -0.12\n0.002   -0.13\n'.repeat(40)) };
    await expect(readEcg([table])).rejects.toThrow('No ECG that can be read was found');
  });

  it('has the rate of its decimals: 7 samples in 0.07 s are 100 a second', async () => {
    const slow = createSyntheticEcg({ seed: 3, samplingRateHz: 100, seconds: 10.01 });
    const read = await readEcg([writeEdf(slow, { recordSeconds: '0.07' })]);
    expect(read).toMatchObject({ samplingRateHz: 100, sampleCount: 1001 });
    expect(largestErrorMv(read, slow)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it('may pad its fields with zero bytes', async () => {
    const file = writeEdf(ecg, { plus: 'D' });
    const padded = change(file, (bytes) => bytes.map((byte, at) => (at >= 184 && at < 256 * 14 && byte === 0x20 && bytes[at + 1] === 0x20 ? 0 : byte)));
    expect(await readEcg([padded])).toEqual(await readEcg([file]));
  });

  it('may have data records of one sample', async () => {
    const slow = createSyntheticEcg({ seed: 3, samplingRateHz: 250 });
    const read = await readEcg([writeEdf(slow, { recordSeconds: '.004' })]);
    expect(read).toMatchObject({ samplingRateHz: 250, sampleCount: 2500 });
    expect(largestErrorMv(read, slow)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it('that is cut off is read as far as its data records are whole', async () => {
    const read = await readEcg([change(writeEdf(ecg), (bytes) => bytes.slice(0, -5000))]);
    expect(read).toMatchObject({
      sampleCount: 3300,
      remarks: ['The file is cut off: it announces 12 data records and holds 11 whole ones.'],
    });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it('that goes on behind its data records is read no further', async () => {
    const read = await readEcg([change(writeEdf(ecg), (bytes) => new Uint8Array([...bytes, ...new Uint8Array(9000)]))]);
    expect(read).toMatchObject({
      sampleCount: 3600,
      remarks: ['The 9000 bytes behind the 12 data records that the file announces were not read.'],
    });
  });

  it('with pauses is read over all its time, and samples are missing where it paused', async () => {
    const long = createSyntheticEcg({ seed: 5, samplingRateHz: 300, seconds: 30 });
    const recordStarts = Array.from({ length: 30 }, (_, record) => 7.5 + record + (record >= 4 ? 2.25 : 0) + (record >= 17 ? 100 : 0));
    const read = await readEcg([writeEdf(long, { plus: 'D', recordStarts })]);
    expect(read).toMatchObject({ format: 'EDF+D', sampleCount: 132.25 * 300 });
    expect(read.remarks[0]).toBe('The recording pauses 2 times, for 102.25 s in all, of which nothing was recorded.');
    expect(read.remarks[1]).toMatch(/^Samples that the file marks as missing: 30675 in I, 30675 in II, /);
    const recorded = [[0, 4, 0], [6.25, 19.25, 4], [119.25, 132.25, 17]] as const;
    for (const lead of STANDARD_LEADS) expect(read.leads[lead].filter(Number.isNaN).length).toBe(102.25 * 300);
    for (const [from, to, fromInFile] of recorded) {
      const cut = (samples: Float32Array) => samples.subarray(from * 300, to * 300);
      const leads = mapLeads((lead) => cut(read.leads[lead]));
      expect(leads.I.length).toBe((to - from) * 300);
      expect(largestErrorMv({ ...read, leads }, long, fromInFile * 300)).toBeLessThanOrEqual(0.0005 + 1e-6);
    }
  });

  it.each([
    ['microvolts called nanovolts', { [edfFieldAt('unit', 12)]: 'nV'.padEnd(8).repeat(12) }, /about 0\.001\d? mV, which no beating heart’s does: .*, or the electrodes were off\.$/],
    [
      'ten times too high',
      {
        [edfFieldAt('physicalMinimum', 12)]: '-327680'.padEnd(8).repeat(12),
        [edfFieldAt('physicalMaximum', 12)]: '327670'.padEnd(8).repeat(12),
      },
      /about 1\d mV, which no beating heart’s does: the scale in the file may be wrong\.$/,
    ],
  ])('whose scale makes no ECG says so: %s', async (_, patches, remark) => {
    const { remarks } = await readEcg([writeEdf(ecg, { patches })]);
    expect(remarks).toEqual([expect.stringMatching(remark)]);
  });
});
