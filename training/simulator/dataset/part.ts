import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createDatasetRecord, type DatasetRateHz } from './datasetRecord';

/** A run of ECGs that one worker writes in one go. */
export interface PartRequest {
  readonly folder: string;
  readonly datasetSeed: number;
  readonly rateHz: DatasetRateHz;
  readonly firstId: number;
  readonly lastId: number;
}

/** What the tables of the data set need of one ECG. */
export interface PartEntry {
  readonly row: string;
  readonly digest: string;
  /** One line of JSON: `ecg_id`, beats and findings, in seconds from the first sample. */
  readonly truth: string;
}

/** Simulates the ECGs from `firstId` to `lastId`, both included, and writes their WFDB files. */
export async function writePart({ folder, datasetSeed, rateHz, firstId, lastId }: PartRequest): Promise<PartEntry[]> {
  const entries: PartEntry[] = [];
  for (let ecgId = firstId; ecgId <= lastId; ecgId++) {
    const { path, row, files, truth, digest } = createDatasetRecord(datasetSeed, ecgId, rateHz);
    const place = dirname(join(folder, path));
    await mkdir(place, { recursive: true });
    for (const { name, bytes } of files) await writeFile(join(place, name), bytes);
    entries.push({ row, digest, truth: toLine({ ecg_id: ecgId, ...truth }) });
  }
  return entries;
}

/** JSON with numbers to a tenth of a millisecond. */
const toLine = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? Math.round(inner * 1e4) / 1e4 : inner));
