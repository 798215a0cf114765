import { basename } from 'node:path';
import * as v from 'valibot';
import { Problem } from '../../src/ecg/problem';
import type { ConvertedBranch } from '../../src/model/convert/convertBranch';
import { readJsonFile } from '../cli';

const entrySchema = v.looseObject({
  ecg_id: v.pipe(v.number(), v.integer()),
  prototype_class: v.string(),
  second_class: v.optional(v.nullable(v.string())),
  true_labels: v.array(v.number()),
  similarity_score: v.pipe(v.number(), v.finite()),
});

/** Where the reference's projection found a prototype. */
export interface PrototypeSource {
  /** PTB-XL's `ecg_id`. */
  readonly ecgId: number;
  /** Largest similarity over windows on that record. */
  readonly recordedSimilarity: number;
  /** SCP codes of the branch's classes that the record is labelled with. */
  readonly labels: readonly string[];
}

/**
 * Reads the reference's prototype metadata of one branch and checks that it speaks of this very branch.
 *
 * @returns one entry a prototype, in order.
 * @throws Problem when the file is damaged or belongs to another model.
 */
export async function readMetadata(path: string, branch: ConvertedBranch): Promise<PrototypeSource[]> {
  const { name, classes, prototypeCount } = branch.manifest;
  const file = basename(path);
  const parsed = v.safeParse(v.record(v.string(), entrySchema), await readJsonFile(path));
  if (!parsed.success) {
    throw new Problem(`${file} is not prototype metadata: ${v.getDotPath(parsed.issues[0]) ?? 'its top'} is not as expected.`);
  }
  const entries = parsed.output;
  const found = Object.keys(entries).length;
  if (found !== prototypeCount) {
    throw new Problem(`${file} describes ${found} prototypes, but the ${name} branch has ${prototypeCount}: it belongs to another model.`);
  }
  return branch.prototypeClasses.map((own, index) => {
    const entry = entries[String(index)];
    if (!entry) throw new Problem(`${file} does not describe prototype ${index} of the ${name} branch.`);
    const named = entry.second_class ? [entry.prototype_class, entry.second_class] : [entry.prototype_class];
    if ([...named].sort().join() !== [...own].sort().join()) {
      throw new Problem(
        `${file} says that ${name}/${index} stands for ${named.join(' and ')}, the checkpoint says ${own.join(' and ')}: it belongs to another model.`,
      );
    }
    if (entry.true_labels.length !== classes.length) {
      throw new Problem(`${file} has ${entry.true_labels.length} labels for ${name}/${index} instead of ${classes.length}.`);
    }
    return {
      ecgId: entry.ecg_id,
      recordedSimilarity: entry.similarity_score,
      labels: classes.filter((_code, i) => entry.true_labels[i] === 1),
    };
  });
}
