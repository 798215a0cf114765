import * as v from 'valibot';
import { Problem } from '../ecg/problem';
import { createFetchSource } from './fetchSource';

const indexSchema = v.strictObject({ packs: v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/))) });

/** A pack that the site offers. */
export interface PackEntry {
  readonly name: string;
  /** Address of the pack's folder, ending in a slash. */
  readonly url: string;
}

/**
 * The packs that the site offers, the default first; empty where none was made yet.
 *
 * @param modelsUrl address of the folder that holds `index.json` and the packs, ending in a slash.
 * @throws Problem when the list is missing or damaged.
 */
export async function readPackIndex(modelsUrl: string): Promise<readonly PackEntry[]> {
  const bytes = await createFetchSource(modelsUrl).read('index.json');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    json = undefined;
  }
  const index = v.safeParse(indexSchema, json);
  if (!index.success) throw new Problem(`The list of model packs at ${modelsUrl}index.json is damaged.`);
  return index.output.packs.map((name) => ({ name, url: new URL(`${name}/`, modelsUrl).href }));
}
