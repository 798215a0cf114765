import { basename } from 'node:path';
import * as v from 'valibot';
import { Problem } from '../../src/ecg/problem';
import { BRANCHES, type PerBranch } from '../../src/model/branch';
import type { PackTensor } from '../../src/model/safetensors';
import { readJsonFile } from '../cli';

/** The percentiles that the trainer's evaluation reports. */
export const PERCENTILES = [1, 5, 25, 50, 75, 95, 99] as const;

const finite = v.pipe(v.number(), v.finite());
const summary = v.nullable(
  v.strictObject({ count: finite, mean: finite, sd: finite, percentiles: v.record(v.string(), finite) }),
);
const schema = v.looseObject(
  Object.fromEntries(BRANCHES.map((branch) => [branch, v.array(v.strictObject({ with: summary, without: summary }))])),
);

type Summary = v.InferOutput<typeof summary>;

/**
 * How similar ECGs with and without a prototype's statement usually are to it, as `evaluate.py` wrote it: raw
 * similarities crowd near their maximum and mean little without it.
 *
 * @returns for each branch `rhythm.with`, `rhythm.without` and so on: a row a prototype of count, mean, SD and the
 *   percentiles {@link PERCENTILES}; all 0 where fewer than two ECGs were there.
 * @throws Problem when the file is damaged or belongs to another model.
 */
export async function readSimilarityReference(
  path: string,
  prototypeCounts: PerBranch<number>,
): Promise<Map<string, PackTensor>> {
  const file = basename(path);
  const parsed = v.safeParse(schema, await readJsonFile(path));
  if (!parsed.success) throw new Problem(`${file} does not say how similar ECGs usually are to each prototype.`);
  const tensors = new Map<string, PackTensor>();
  for (const branch of BRANCHES) {
    const entries = parsed.output[branch];
    if (entries.length !== prototypeCounts[branch]) {
      throw new Problem(
        `${file} describes ${entries.length} ${branch} prototypes, but the model has ${prototypeCounts[branch]}: it belongs to another model.`,
      );
    }
    for (const side of ['with', 'without'] as const) {
      const rows = entries.map((entry) => toRow(entry[side], file));
      const shape = [rows.length, 3 + PERCENTILES.length];
      tensors.set(`${branch}.${side}`, { shape, values: Float32Array.from(rows.flat()) });
    }
  }
  return tensors;
}

function toRow(entry: Summary, file: string): number[] {
  if (!entry) return new Array<number>(3 + PERCENTILES.length).fill(0);
  const percentiles = PERCENTILES.map((percentile) => {
    const value = entry.percentiles[percentile];
    if (value === undefined) throw new Problem(`${file} lacks the ${percentile}th percentile of a prototype.`);
    return value;
  });
  return [entry.count, entry.mean, entry.sd, ...percentiles];
}
