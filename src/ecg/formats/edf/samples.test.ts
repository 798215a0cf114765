import { expect, it } from 'vitest';
import { type EdfWriterOptions, writeEdf } from '../../../../tools/synthetic/edf/edfWriter';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { toPartialFile } from '../../partialFile';
import { readEdfHeader } from './header';
import { readEdfSamples } from './samples';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const RANGES = [
  [0, 100],
  [130, 60],
  [130, 70],
  [130, 71],
  [199, 502],
  [999, 1],
] as const;

/** A signal beside the leads of which a data record has so many samples that it is longer than what is held at once. */
const LONG_RECORD: EdfWriterOptions = { recordSeconds: '2', others: [{ label: 'EEG', unit: 'uV', samplesPerRecord: 2_200_000 }] };

it.each([
  ['data records of one second', {}],
  ['data records of 24 bits', { kind: 'BDF' }],
  ['data records that are longer than what is held at once', LONG_RECORD],
] as const)('gives any samples as they stand among all, from %s', async (_, options) => {
  const file = toPartialFile(writeEdf(ecg, options));
  const header = await readEdfHeader(file);
  const leads = header.signals.slice(-5, -3);
  const wanted = (['V2', 'V3'] as const).map((lead) => ecg.leads[lead].map((millivolts) => Math.round(millivolts * 1000)));
  for (const [first, count] of RANGES) {
    const samples = await readEdfSamples(file, header, leads, { first, count });
    samples.forEach((steps, index) => expect([...steps]).toEqual([...wanted[index]!.subarray(first, first + count)]));
  }
});

it('holds no more than 4 MB of a file at once', async () => {
  const lengths: number[] = [];
  for (const options of [LONG_RECORD, { recordSeconds: '.01', others: [{ label: 'EEG', unit: 'uV', samplesPerRecord: 5000 }] }]) {
    const { read, ...file } = toPartialFile(writeEdf(ecg, options));
    const watched = { ...file, read: (offset: number, length: number) => (lengths.push(length), read(offset, length)) };
    const header = await readEdfHeader(watched);
    await readEdfSamples(watched, header, header.signals.slice(1), { first: 0, count: 1000 });
  }
  expect(lengths.length).toBeGreaterThan(10);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2 ** 22);
});
