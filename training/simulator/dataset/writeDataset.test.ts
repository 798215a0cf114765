import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATEMENTS } from '../../../src/model/statements';
import { openPtbxl } from '../../../tools/pack/ptbxl';
import { createDatasetRecord } from './datasetRecord';
import { writeDataset } from './writeDataset';

const root = mkdtempSync(join(tmpdir(), 'simulated-'));
const write = (name: string, count: number, workerCount: number, seed = 77) =>
  writeDataset({ folder: join(root, name), count, seed, rateHz: 100, truth: true, workerCount });
const linesOf = (name: string, file: string) => readFileSync(join(root, name, file), 'utf8').trimEnd().split('\n');

let hash: string;
beforeAll(async () => {
  hash = await write('two', 120, 2);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('writeDataset', () => {
  it('gives the same hash with one worker, and another for another seed', async () => {
    expect(await write('one', 120, 1)).toBe(hash);
    expect(await write('other', 120, 2, 78)).not.toBe(hash);
  });

  it('is laid out as PTB-XL: what the pack tool reads is what was simulated', async () => {
    const dataset = await openPtbxl(join(root, 'two'));
    for (const ecgId of [1, 100, 101, 120]) {
      const record = dataset.find(ecgId)!;
      const expected = createDatasetRecord(77, ecgId, 100);
      expect(linesOf('two', 'ptbxl_database.csv')[ecgId]).toBe(expected.row);
      const ecg = await record.read();
      expect([ecg.samplingRateHz, ecg.sampleCount]).toEqual([100, 1000]);
      expect(Object.keys(record.statements).length).toBeGreaterThan(0);
      for (const code of Object.keys(record.statements)) {
        expect(STATEMENTS.map((one) => one.code)).toContain(code);
        expect(record.statements[code]).toBe(100);
      }
    }
  });

  it('names every statement with its branch, and gives each fold a tenth', () => {
    const table = linesOf('two', 'scp_statements_grouped.csv').slice(1);
    expect(table.map((line) => line.split(',')[0])).toEqual(STATEMENTS.map(({ code }) => code));
    expect(new Set(table.map((line) => line.split(',').at(-1)))).toEqual(new Set(['1', '3', '4']));
    const folds = linesOf('two', 'ptbxl_database.csv')
      .slice(1)
      .map((line) => line.split('"')[2]!.split(',')[1]);
    for (let fold = 1; fold <= 10; fold++) expect(folds.filter((one) => one === String(fold))).toHaveLength(12);
  });

  it('tells where the beats are', () => {
    const truths = linesOf('two', 'truth.jsonl').map((line) => JSON.parse(line) as { ecg_id: number; beats: unknown[] });
    expect(truths.map((truth) => truth.ecg_id)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    for (const { beats } of truths) expect(beats.length).toBeGreaterThan(2);
  });

  it('goes on where it was stopped: only what is missing is made again', async () => {
    rmSync(join(root, 'two/.parts/101-120.json'));
    rmSync(join(root, 'two/records100/00000/00001_lr.dat'));
    rmSync(join(root, 'two/records100/00000/00120_lr.dat'));
    expect(await write('two', 120, 2)).toBe(hash);
    expect(existsSync(join(root, 'two/records100/00000/00120_lr.dat'))).toBe(true);
    expect(existsSync(join(root, 'two/records100/00000/00001_lr.dat'))).toBe(false);
  });

  it('refuses to mix two seeds in one folder', async () => {
    await expect(write('two', 120, 1, 5)).rejects.toThrow(/another seed, sampling rate or simulator/);
  });
});
