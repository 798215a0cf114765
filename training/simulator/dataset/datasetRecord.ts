import { createHash } from 'node:crypto';
import type { Ecg } from '../../../src/ecg/ecg';
import { mapLeads } from '../../../src/ecg/mapLeads';
import { resample } from '../../../src/signal/resample';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import { drawPatient } from '../population/drawPatient';
import { createStream } from '../random';
import { simulate } from '../simulate';
import type { GroundTruth } from '../types';

/** The sampling rate at which ECGs are simulated before they are stored at that of the data set, in hertz. */
const SIMULATED_RATE_HZ = 500;

/** The sampling rates in which PTB-XL comes, in hertz. */
export type DatasetRateHz = 100 | 500;

/** Folds of PTB-XL: eight to train on, one to validate, one to test. */
const FOLDS = 10;

/** One ECG of a data set: its line in PTB-XL's table, its WFDB files and what is true of it. */
export interface DatasetRecord {
  /** Where its files belong, without their endings: `records100/00000/00001_lr`. */
  readonly path: string;
  /** The line of `ptbxl_database.csv`. */
  readonly row: string;
  readonly files: readonly EcgFile[];
  readonly truth: GroundTruth;
  /** SHA-256 of the line and the samples, in hexadecimal. */
  readonly digest: string;
}

/** The columns of `ptbxl_database.csv`, those of PTB-XL that a simulator can fill and the seed. */
export const DATASET_COLUMNS = 'ecg_id,patient_id,age,sex,scp_codes,strat_fold,filename_lr,filename_hr,seed';

/**
 * Simulates one ECG of a data set. Every ECG has a patient of its own; fold 9 is for validation and fold 10 for the test
 * as in PTB-XL.
 * @param datasetSeed,ecgId whole numbers; the same pair gives the same bytes, whatever else the data set holds.
 */
export function createDatasetRecord(datasetSeed: number, ecgId: number, rateHz: DatasetRateHz): DatasetRecord {
  const random = createStream(datasetSeed, `ecg ${ecgId}`);
  const seed = Math.floor(random.uniform(0, 2 ** 31));
  const { ageYears, sex, statements } = drawPatient(random);
  const { ecg, truth } = simulate({ statements, ageYears, sex, seed, samplingRateHz: SIMULATED_RATE_HZ });

  const name = `${toFiveDigits(ecgId)}_${rateHz === 100 ? 'lr' : 'hr'}`;
  const path = `records${rateHz}/${toFiveDigits(Math.floor(ecgId / 1000) * 1000)}/${name}`;
  const { files, dat } = writeWfdbRecord(toRate(ecg, rateHz), { recordName: name });
  const scpCodes = statements.map((code) => `'${code}': 100.0`).join(', ');
  const row = [
    ecgId,
    `${ecgId}.0`,
    `${ageYears}.0`,
    sex === 'male' ? 0 : 1,
    `"{${scpCodes}}"`,
    ((ecgId - 1) % FOLDS) + 1,
    rateHz === 100 ? path : '',
    rateHz === 500 ? path : '',
    seed,
  ].join(',');
  return { path, row, files, truth, digest: createHash('sha256').update(row).update(dat).digest('hex') };
}

const toFiveDigits = (value: number) => String(value).padStart(5, '0');

function toRate(ecg: Ecg, rateHz: DatasetRateHz): Ecg {
  if (rateHz === SIMULATED_RATE_HZ) return ecg;
  const leads = mapLeads((lead) => Float32Array.from(resample(ecg.leads[lead], rateHz, SIMULATED_RATE_HZ)));
  return { ...ecg, samplingRateHz: rateHz, sampleCount: leads.I.length, leads };
}
