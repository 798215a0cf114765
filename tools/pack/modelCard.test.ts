import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentenceOf } from '../synthetic/sentenceOf';
import { readModelCard } from './modelCard';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'card-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(card: unknown): Promise<string> {
  const path = join(folder, 'card.json');
  await writeFile(path, JSON.stringify(card));
  return path;
}

const short = { title: 'Test model', trainingData: 'None.', simulated: true };
const full = {
  ...short,
  sizes: { training: 0, validation: 0, test: 3 },
  seeds: 'weights 1',
  dataHash: 'abc',
  metrics: [{ name: 'macro-AUROC', value: 0.5, of: '3 synthetic ECGs' }],
  limits: ['It has learned nothing.'],
  made: 'training/README.md',
};

it.each([{ card: short }, { card: full }])('is read as written: $card', async ({ card }) => {
  expect(await readModelCard(await write(card), 'mine')).toEqual(card);
});

it('claims nothing where there is none', async () => {
  expect(await readModelCard(undefined, 'mine')).toMatchObject({ title: 'mine', trainingData: 'Not stated by the maker of this pack.' });
});

it.each([
  ['trainingData', { title: 'x' }],
  ['metrics.0.value', { ...full, metrics: [{ name: 'AUROC', value: '0.5', of: 'x' }] }],
  ['accuracy', { ...short, accuracy: 1 }],
])('is refused where %s is not as it should be', async (place, card) => {
  const path = await write(card);
  expect(await sentenceOf(() => readModelCard(path, 'mine'))).toBe(
    `card.json is no model card: "${place}" is not as expected; it needs "title", "trainingData" and "simulated" (true or false).`,
  );
});
