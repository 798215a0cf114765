import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { createSyntheticEcg, type SyntheticEcgOptions } from '../../tools/synthetic/ecg';
import { writeWfdbRecord } from '../../tools/synthetic/wfdbWriter';

/** Paths of files on this computer that together are one recording. */
export type RecordFiles = readonly string[];

/** Writes a synthetic ECG as a WFDB record, `NAME.hea` and `NAME.dat`, into the test's own folder. */
export async function writeRecord(test: TestInfo, recordName: string, options: SyntheticEcgOptions): Promise<RecordFiles> {
  const { files } = writeWfdbRecord(createSyntheticEcg(options), { recordName });
  return Promise.all(files.map(({ name, bytes }) => writeTestFile(test, name, bytes)));
}

/** Writes any file into the test's own folder. */
export async function writeTestFile(test: TestInfo, name: string, bytes: Uint8Array | string): Promise<string> {
  const folder = test.outputPath('files');
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}
