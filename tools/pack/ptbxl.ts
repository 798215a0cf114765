import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import type { Ecg } from '../../src/ecg/ecg';
import { readEcg } from '../../src/ecg/formats/registry';
import { Problem } from '../../src/ecg/problem';
import type { RecordManifest } from '../../src/model/manifest';

/** A record of PTB-XL as its table describes it. */
export interface PtbxlRecord {
  readonly ecgId: number;
  readonly ageYears: RecordManifest['ageYears'];
  readonly sex: RecordManifest['sex'];
  /** SCP codes with their likelihoods in percent. */
  readonly statements: Readonly<Record<string, number>>;
  /** The ECG at 100 Hz. */
  read(): Promise<Ecg>;
}

/** PTB-XL's stand-in for ages above 89 years. */
const HIDDEN_AGE = 300;

/**
 * Opens a folder that is laid out as PTB-XL: `ptbxl_database.csv` and the records it names in `filename_lr`.
 *
 * Layout: Wagner et al., PTB-XL, Scientific Data 7:154 (2020).
 *
 * @throws Problem when the table is missing or lacks a column.
 */
export async function openPtbxl(folder: string): Promise<{ find(ecgId: number): PtbxlRecord | undefined }> {
  const path = join(folder, 'ptbxl_database.csv');
  let csv: string;
  try {
    csv = await readFile(path, 'utf8');
  } catch {
    throw new Problem(`${folder} is not laid out as PTB-XL: there is no ptbxl_database.csv in it.`);
  }
  const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  for (const column of ['ecg_id', 'scp_codes', 'filename_lr']) {
    if (!meta.fields?.includes(column)) throw new Problem(`${path} has no column "${column}".`);
  }
  const rows = new Map(data.map((row) => [Number(row.ecg_id), row]));
  return {
    find(ecgId) {
      const row = rows.get(ecgId);
      if (!row) return undefined;
      const age = row.age ? Number(row.age) : Number.NaN;
      return {
        ecgId,
        ageYears: Number.isFinite(age) && age < HIDDEN_AGE ? age : null,
        sex: row.sex ? (Number(row.sex) === 0 ? 'male' : 'female') : null,
        statements: readScpCodes(row.scp_codes),
        read: () => readRecord(folder, row.filename_lr),
      };
    },
  };
}

/** Reads Python's way of writing `{'NORM': 100.0, 'SR': 0.0}`. */
function readScpCodes(text: string): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/'([^']+)':\s*(-?[\d.]+)/g)].map(([, code, likelihood]) => [code, Number(likelihood)]),
  );
}

async function readRecord(folder: string, path: string): Promise<Ecg> {
  try {
    const files = await Promise.all(
      ['.hea', '.dat'].map(async (ending) => ({
        name: basename(path) + ending,
        bytes: new Uint8Array(await readFile(join(folder, path + ending))),
      })),
    );
    return await readEcg(files);
  } catch (error) {
    if (error instanceof Problem) throw new Problem(`The record ${path}: ${error.message}`);
    throw new Problem(`The record ${path} is not in ${folder}.`);
  }
}
