import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BRANCHES, type BranchName, perBranch, type PerBranch } from '../../src/model/branch';
import { readCheckpoint } from '../../src/model/checkpoint/readCheckpoint';
import { PUBLISHED_INPUT } from '../../src/model/convert/convertModel';
import { REFERENCE_NAMES } from '../../src/model/referenceNames';
import { readEcg } from '../../src/ecg/formats/registry';
import { toModelInput } from '../../src/model/modelInput';
import { STATEMENTS } from '../../src/model/statements';
import { createDirectPort } from '../bench/directPort';
import { startNodeBackend } from '../nodeBackend';
import { writeCheckpoint } from './checkpointWriter';
import { createSyntheticEcg } from './ecg';
import { createRandom } from './random';
import { createStateDict, type StateDictSizes } from './stateDict';
import { type StoredTensor, storedTensor } from './storedTensor';
import { writeWfdbRecord } from './wfdbWriter';

/** A model with random weights on synthetic ECGs, projected as the reference projects, and where its files lie. */
export interface SyntheticModel {
  readonly fusion: string;
  readonly branchFiles: PerBranch<string>;
  readonly metadata: PerBranch<string>;
  readonly ptbxl: string;
}

const classesOf = (branch: BranchName) => STATEMENTS.filter((one) => one.branch === branch).map(({ code }) => code);

/**
 * Writes everything that `npm run pack` reads into a folder: a fusion checkpoint with random weights whose prototypes
 * were projected onto synthetic ECGs, the branches' own files, prototype metadata, and the ECGs laid out as PTB-XL.
 * It stands in for a trained model where only the machinery matters: tests and the benchmark.
 *
 * @param recordCount number of ECGs that prototypes come from.
 */
export async function writeSyntheticModel(
  folder: string,
  sizes: StateDictSizes,
  recordCount: number,
): Promise<SyntheticModel> {
  const inputs = await writeRecords(join(folder, 'ptbxl'), recordCount);
  const state = createStateDict(sizes);
  const metadata: Partial<Record<BranchName, string>> = {};
  const branchFiles: Partial<Record<BranchName, string>> = {};

  await startNodeBackend('wasm');
  const { tensors } = await readCheckpoint(await writeCheckpoint(state, { wrapping: 'bare' }));
  const port = createDirectPort(tensors);
  const random = createRandom(sizes.seed);
  for (const branch of BRANCHES) {
    const prefix = `${REFERENCE_NAMES[branch].module}.`;
    const features = await Promise.all(inputs.map((input) => port.features(input, branch)));
    const projection = project(state.get(`${prefix}prototype_vectors`)!, features, random.uniform);
    state.set(`${prefix}prototype_vectors`, projection.vectors);
    metadata[branch] = join(folder, `${branch}_prototype_metadata.json`);
    await writeFile(metadata[branch], toMetadata(branch, sizes, projection));
    branchFiles[branch] = join(folder, `${branch}_projection.pth`);
    const own = new Map([...state].filter(([key]) => key.startsWith(prefix)).map(([key, tensor]) => [key.slice(prefix.length), tensor]));
    await writeFile(branchFiles[branch], await writeCheckpoint(own, { wrapping: 'bare' }));
  }
  port.dispose();
  const fusion = join(folder, 'fusion.ckpt');
  await writeFile(fusion, await writeCheckpoint(state, { wrapping: 'lightning', prefix: 'model.' }));
  return {
    fusion,
    branchFiles: perBranch((branch) => branchFiles[branch]!),
    metadata: perBranch((branch) => metadata[branch]!),
    ptbxl: join(folder, 'ptbxl'),
  };
}

/** PTB-XL's layout with synthetic ECGs; returns what the network reads of each. */
async function writeRecords(folder: string, count: number): Promise<Float32Array[]> {
  const rows = ['ecg_id,patient_id,age,sex,scp_codes,strat_fold,filename_lr'];
  const inputs: Float32Array[] = [];
  for (let id = 1; id <= count; id++) {
    const ecg = createSyntheticEcg({ seed: id, samplingRateHz: 100, heartRatePerMinute: 55 + ((id * 7) % 60) });
    const name = String(id).padStart(5, '0');
    const path = `records100/00000/${name}_lr`;
    const record = writeWfdbRecord(ecg, { recordName: `${name}_lr` });
    await mkdir(dirname(join(folder, path)), { recursive: true });
    for (const file of record.files) await writeFile(join(folder, dirname(path), file.name), file.bytes);
    rows.push(`${id},${id}.0,${30 + id},${id % 2},"{'SR': 0.0, '${STATEMENTS[id % STATEMENTS.length].code}': 100.0}",1,${path}`);
    inputs.push(toModelInput(await readEcg(record.files), PUBLISHED_INPUT));
  }
  await writeFile(join(folder, 'ptbxl_database.csv'), `${rows.join('\n')}\n`);
  return inputs;
}

interface Projection {
  readonly vectors: StoredTensor;
  /** For each prototype the `ecg_id` it came from. */
  readonly ecgIds: readonly number[];
}

/** Replaces each prototype by the features of a window of some ECG, drawn at random. */
function project(old: StoredTensor, features: readonly Float32Array[], uniform: (low: number, high: number) => number): Projection {
  const [count, channels, , span = 1] = old.shape;
  const values = new Float32Array(count * channels * span);
  const ecgIds = Array.from({ length: count }, (_, prototype) => {
    const ecg = Math.floor(uniform(0, features.length));
    const steps = features[ecg].length / channels;
    const start = Math.floor(uniform(0, steps - span + 1));
    for (let channel = 0; channel < channels; channel++) {
      for (let step = 0; step < span; step++) {
        values[(prototype * channels + channel) * span + step] = features[ecg][(start + step) * channels + channel];
      }
    }
    return ecg + 1;
  });
  return { vectors: storedTensor(old.shape, values), ecgIds };
}

function toMetadata(branch: BranchName, sizes: StateDictSizes, { vectors, ecgIds }: Projection): string {
  const codes = classesOf(branch);
  const [, channels, , span = 1] = vectors.shape;
  const largest = branch === 'rhythm' ? 1 : Math.floor(Math.sqrt(channels * span)) / span;
  const entries = sizes.prototypeClasses[branch].map(([first, second], index) => [
    String(index),
    {
      ecg_id: ecgIds[index],
      prototype_class: codes[first],
      true_labels: codes.map((_, i) => (i === first || i === second ? 1 : 0)),
      class_type: second === undefined ? 'single' : 'dual',
      ...(second !== undefined && { second_class: codes[second] }),
      similarity_score: largest,
    },
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}
