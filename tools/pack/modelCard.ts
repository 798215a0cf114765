import { basename } from 'node:path';
import * as v from 'valibot';
import { Problem } from '../../src/ecg/problem';
import { readJsonFile } from '../cli';

const cardSchema = v.strictObject({
  title: v.pipe(v.string(), v.minLength(1)),
  trainingData: v.pipe(v.string(), v.minLength(1)),
  simulated: v.boolean(),
});

/** What only the maker of a model can tell about it. */
export type ModelCard = v.InferOutput<typeof cardSchema>;

/**
 * Reads a model card, or makes one that claims nothing.
 *
 * @throws Problem when the file is missing or lacks a field.
 */
export async function readModelCard(path: string | undefined, name: string): Promise<ModelCard> {
  if (path === undefined) return { title: name, trainingData: 'Not stated by the maker of this pack.', simulated: false };
  const card = v.safeParse(cardSchema, await readJsonFile(path));
  if (!card.success) {
    throw new Problem(`${basename(path)} is no model card: it needs "title", "trainingData" and "simulated" (true or false).`);
  }
  return card.output;
}
