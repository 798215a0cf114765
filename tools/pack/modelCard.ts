import { basename } from 'node:path';
import * as v from 'valibot';
import { Problem } from '../../src/ecg/problem';
import { type ModelCard, modelCardSchema } from '../../src/model/modelCard';
import { readJsonFile } from '../cli';

/**
 * Reads a model card, or makes one that claims nothing.
 *
 * @throws Problem when the file is missing, lacks a field or has one that no card has.
 */
export async function readModelCard(path: string | undefined, name: string): Promise<ModelCard> {
  if (path === undefined) return { title: name, trainingData: 'Not stated by the maker of this pack.', simulated: false };
  const card = v.safeParse(modelCardSchema, await readJsonFile(path));
  if (card.success) return card.output;
  throw new Problem(
    `${basename(path)} is no model card: "${v.getDotPath(card.issues[0]) ?? 'its top'}" is not as expected; it needs "title", "trainingData" and "simulated" (true or false).`,
  );
}
