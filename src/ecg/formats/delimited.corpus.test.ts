import { expect, it } from 'vitest';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { describeSamples, type Told } from './fixtures/describeSamples';
import { HAS_SAMPLES, readSample } from './fixtures/sampleFiles';

const READABLE: Readonly<Record<string, Told>> = {
  'csv-txt/csv_mv_time.csv': {
    format: 'Text table (separated by commas)',
    scale: '1 unit = 1000 µV, from the unit of its numbers, as you stated',
    remarks: [],
    stated: { microvoltsPerUnit: 1000 },
  },
  'csv-txt/csv_de_uv.csv': {
    format: 'Text table (separated by semicolons)',
    scale: '1 unit = 1 µV, from the unit with the names of the leads',
    remarks: [],
  },
  'csv-txt/csv_uppercase_uv_nofs.csv': {
    format: 'Text table (separated by commas)',
    scale: '1 unit = 1 µV, from the unit of its numbers, as you stated',
    remarks: ['Not in the file, but as you stated: the sampling rate of 500 Hz.'],
    stated: { samplingRateHz: 500, microvoltsPerUnit: 1 },
  },
  'csv-txt/muse_ascii_testing_ecg.txt': {
    format: 'Text table (separated by spaces)',
    scale: '1 unit = 1 µV, from the unit of its numbers, as you stated',
    remarks: [
      'Not in the file, but as you stated: the sampling rate of 500 Hz and the order of the leads (I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6).',
    ],
    stated: { samplingRateHz: 500, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS },
  },
};

const REFUSED: Readonly<Record<string, string>> = {
  'csv-txt/apple_watch_ecg.csv':
    'apple_watch_ecg.csv is no complete 12-lead ECG: it lacks the leads II, V1, V2, V3, V4, V5 and V6 and holds “I”.',
};

describeSamples({ of: 'text tables', folders: /^csv-txt\//, readable: READABLE, refused: REFUSED });

it.skipIf(!HAS_SAMPLES)('sample files that lack something ask for all of it at once', async () => {
  const missingOf = async (file: string) => {
    const needs: unknown = await readSample(file).catch((thrown: unknown) => thrown);
    if (!(needs instanceof NeedsFacts)) throw needs;
    return needs.missing.map((fact) => (fact.fact === 'microvoltsPerUnit' ? `${fact.fact}: ${fact.inferred?.microvoltsPerUnit}` : fact.fact));
  };
  expect(await missingOf('csv-txt/csv_mv_time.csv')).toEqual(['microvoltsPerUnit: 1000']);
  expect(await missingOf('csv-txt/csv_uppercase_uv_nofs.csv')).toEqual(['samplingRateHz', 'microvoltsPerUnit: 1']);
  expect(await missingOf('csv-txt/muse_ascii_testing_ecg.txt')).toEqual(['samplingRateHz', 'microvoltsPerUnit: 1', 'leadOrder']);
});
