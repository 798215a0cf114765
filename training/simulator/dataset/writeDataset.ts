import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../src/ecg/problem';
import { DATASET_COLUMNS, type DatasetRateHz } from './datasetRecord';
import type { PartEntry, PartRequest } from './part';
import { toSourceFingerprint } from './sourceFingerprint';
import { createStatementTable } from './statementTable';
import { runWorkers } from './workers';

/** A data set to write. */
export interface DatasetOptions {
  readonly folder: string;
  /** Number of ECGs. */
  readonly count: number;
  /** A whole number; with the count it decides on every byte. */
  readonly seed: number;
  readonly rateHz: DatasetRateHz;
  /** Whether `truth.jsonl` is written: for each ECG a line with beats and findings. */
  readonly truth: boolean;
  /** How many processes write at once; at least 1. */
  readonly workerCount: number;
  /** Told how many ECGs there are so far. */
  readonly onProgress?: (done: number) => void;
}

/** ECGs in a part: what an interrupted run loses at most, and holds in memory. */
const PART_SIZE = 100;

/**
 * Writes a data set of simulated ECGs in PTB-XL's layout: `ptbxl_database.csv`, `scp_statements_grouped.csv` and WFDB
 * records, and `dataset.json` with what made it. An interrupted run goes on where it stopped.
 *
 * Layout: Wagner et al., PTB-XL, Scientific Data 7:154 (2020).
 * @returns SHA-256 over all samples and labels, in hexadecimal; the same for the same simulator, seed, count and rate,
 * with any number of workers.
 * @throws Problem when the folder holds a data set of another seed, rate or simulator.
 */
export async function writeDataset(options: DatasetOptions): Promise<string> {
  const { folder, count, seed, rateHz, workerCount, onProgress } = options;
  const parts = join(folder, '.parts');
  await mkdir(parts, { recursive: true });
  await requireSameOrigin(folder, { seed, rateHz, simulator: await toSourceFingerprint() });

  const requests = Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, index): PartRequest => {
    const firstId = index * PART_SIZE + 1;
    return { folder, datasetSeed: seed, rateHz, firstId, lastId: Math.min(count, firstId + PART_SIZE - 1) };
  });
  const toPartFile = ({ firstId, lastId }: PartRequest) => join(parts, `${firstId}-${lastId}.json`);
  const present = await Promise.all(requests.map(async (request) => (await readPart(toPartFile(request))) !== undefined));
  const missing = requests.filter((_, index) => !present[index]);
  let done = requests.reduce((sum, one, index) => sum + (present[index] ? one.lastId - one.firstId + 1 : 0), 0);
  onProgress?.(done);
  await runWorkers(missing, workerCount, async (request, entries) => {
    await writeWhole(toPartFile(request), JSON.stringify(entries));
    done += entries.length;
    onProgress?.(done);
  });

  const hash = createHash('sha256');
  const rows = [DATASET_COLUMNS];
  const truths: string[] = [];
  for (const request of requests) {
    for (const entry of (await readPart(toPartFile(request)))!) {
      hash.update(entry.digest, 'hex');
      rows.push(entry.row);
      if (options.truth) truths.push(entry.truth);
    }
  }
  await writeWhole(join(folder, 'ptbxl_database.csv'), `${rows.join('\n')}\n`);
  await writeWhole(join(folder, 'scp_statements_grouped.csv'), createStatementTable());
  if (options.truth) await writeWhole(join(folder, 'truth.jsonl'), `${truths.join('\n')}\n`);
  return hash.digest('hex');
}

/** Notes what makes the data set, or checks that what is there was made by the same. */
async function requireSameOrigin(folder: string, origin: Record<string, unknown>): Promise<void> {
  const path = join(folder, 'dataset.json');
  const text = `${JSON.stringify(origin, null, 2)}\n`;
  const before = await readText(path);
  if (before === undefined) return await writeWhole(path, text);
  if (before !== text) {
    throw new Problem(`${folder} holds a data set of another seed, sampling rate or simulator; choose an empty folder.`);
  }
}

async function readPart(path: string): Promise<PartEntry[] | undefined> {
  const text = await readText(path);
  return text === undefined ? undefined : (JSON.parse(text) as PartEntry[]);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes a file under its name only once it is complete. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
