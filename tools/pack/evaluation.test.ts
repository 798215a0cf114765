import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATEMENTS } from '../../src/model/statements';
import { sentenceOf } from '../synthetic/sentenceOf';
import { readSimilarityReference } from './similarityReference';
import { readThresholds } from './thresholds';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluation-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe('thresholds', () => {
  const all = Object.fromEntries(STATEMENTS.map(({ code }, i) => [code, i / 100]));

  it('are the published half without a file', async () => {
    expect(new Set(await readThresholds(undefined))).toEqual(new Set([0.5]));
  });

  it('come in the order of the statements, whatever the order of the file', async () => {
    const path = await write('t.json', { criterion: 'f1', thresholds: Object.fromEntries(Object.entries(all).reverse()) });
    expect(await readThresholds(path)).toEqual(STATEMENTS.map((_, i) => i / 100));
  });

  it('are refused where one is missing or impossible', async () => {
    const refusalOf = async (thresholds: unknown) => {
      const path = await write('t.json', { thresholds });
      return sentenceOf(() => readThresholds(path));
    };
    expect(await refusalOf({ ...all, AFIB: undefined })).toBe('t.json has no threshold for AFIB.');
    expect(await refusalOf({ ...all, AFIB: 1.5 })).toBe('t.json has no thresholds from 0 to 1 by statement.');
  });
});

describe('the similarity reference', () => {
  const percentiles = { 1: 0.1, 5: 0.2, 25: 0.3, 50: 0.4, 75: 0.5, 95: 0.6, 99: 0.7 };
  const entry = { with: { count: 12, mean: 0.5, sd: 0.25, percentiles }, without: null };
  const counts = { rhythm: 1, morphology: 2, global: 1 };
  const reference = { rhythm: [entry], morphology: [entry, entry], global: [entry], folds: [10] };

  it('becomes a row a prototype: count, mean, SD, percentiles; zeros where there was too little', async () => {
    const tensors = await readSimilarityReference(await write('s.json', reference), counts);
    expect([...tensors.keys()]).toEqual(
      ['rhythm', 'morphology', 'global'].flatMap((branch) => [`${branch}.with`, `${branch}.without`]),
    );
    const row = Array.from(Float32Array.of(12, 0.5, 0.25, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7));
    expect(tensors.get('morphology.with')!.shape).toEqual([2, 10]);
    expect([...tensors.get('morphology.with')!.values]).toEqual([...row, ...row]);
    expect([...tensors.get('rhythm.without')!.values]).toEqual(new Array(10).fill(0));
  });

  it('is refused where it is of another model or lacks a percentile', async () => {
    const path = await write('s.json', reference);
    expect(await sentenceOf(() => readSimilarityReference(path, { ...counts, morphology: 3 }))).toBe(
      's.json describes 2 morphology prototypes, but the model has 3: it belongs to another model.',
    );
    const fewer = { ...percentiles, 95: undefined };
    const lacking = await write('l.json', {
      ...reference,
      rhythm: [{ ...entry, with: { ...entry.with, percentiles: fewer } }],
    });
    expect(await sentenceOf(() => readSimilarityReference(lacking, counts))).toBe(
      'l.json lacks the 95th percentile of a prototype.',
    );
  });
});
