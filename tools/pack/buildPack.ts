import { basename } from 'node:path';
import type { Ecg } from '../../src/ecg/ecg';
import { Problem } from '../../src/ecg/problem';
import { BRANCHES, type BranchName, perBranch, type PerBranch } from '../../src/model/branch';
import { readCheckpoint } from '../../src/model/checkpoint/readCheckpoint';
import { type ConvertedModel, convertModel, PUBLISHED_INPUT, requireSameBranch } from '../../src/model/convert/convertModel';
import { storeTensors } from '../../src/model/convert/storeTensors';
import type { ModelCard } from '../../src/model/modelCard';
import { toModelInput } from '../../src/model/modelInput';
import { createNetwork, type NetworkManifest, type NetworkWeights } from '../../src/model/network';
import type { Prediction } from '../../src/model/prediction';
import { type PackTensor, writeSafetensors } from '../../src/model/safetensors';
import { createProgress, readInputFile } from '../cli';
import { startNodeBackend } from '../nodeBackend';
import { createManifest, REFERENCE_FILE, sha256 } from './createManifest';
import { type PrototypeSource, readMetadata } from './metadata';
import { openPtbxl, type PtbxlRecord } from './ptbxl';
import { createShards } from './shards';
import { readSimilarityReference } from './similarityReference';
import { readThresholds } from './thresholds';
import { toVerificationTable, type VerifiedPrototype, verifyPrototypes } from './verifyPrototypes';

/** What to make a pack of. */
export interface PackOptions {
  readonly fusion: string;
  /** The branches' own files, where there are any to compare. */
  readonly branchFiles: Partial<PerBranch<string>>;
  readonly metadata: PerBranch<string>;
  readonly ptbxl: string;
  readonly dtype: 'float16' | 'float32';
  readonly name: string;
  readonly card: ModelCard;
  /** File of the thresholds chosen on validation ECGs; 0.5 for all unless given. */
  readonly thresholds?: string;
  /** File of how similar ECGs usually are to each prototype. */
  readonly similarityReference?: string;
  readonly allowMismatch: boolean;
}

/** Records the network is run on at once. */
const BATCH = 8;

interface SourceRecord {
  readonly record: PtbxlRecord;
  readonly ecg: Ecg;
  readonly input: Float32Array;
}

/**
 * Makes the files of a model pack from a checkpoint in the published format, its metadata and the records it was
 * projected onto. Prints the verification table.
 *
 * @returns the pack's files by name.
 * @throws Problem for any input that is missing, damaged or belongs to another model.
 */
export async function buildPack(options: PackOptions): Promise<Map<string, Uint8Array | string>> {
  const { bytes, model } = await readModel(options);
  const sources: Record<BranchName, PrototypeSource[]> = { rhythm: [], morphology: [], global: [] };
  for (const name of BRANCHES) sources[name] = await readMetadata(options.metadata[name], model.branches[name]);
  const thresholds = await readThresholds(options.thresholds);
  const similarityReference =
    options.similarityReference === undefined
      ? undefined
      : await readSimilarityReference(
          options.similarityReference,
          perBranch((name) => model.branches[name].manifest.prototypeCount),
        );
  const records = await readRecords(options.ptbxl, sources);

  await startNodeBackend('wasm');
  const exact = toNetworkWeights(model, 'float32');
  const predictions = await predictAll(exact, model, records, 'Recomputing prototypes on their records');
  const prototypes = BRANCHES.flatMap((name) =>
    verifyPrototypes(model.branches[name].manifest, PUBLISHED_INPUT, sources[name], (id) => predictions.get(id)!),
  );
  console.log(toVerificationTable(BRANCHES.map((name) => model.branches[name].manifest), prototypes));
  const mismatches = prototypes.filter(({ verdict }) => verdict === 'mismatch');
  if (mismatches.length > 0 && !options.allowMismatch) throw new Problem(toMismatchList(mismatches, options));

  const [firstId, first] = [...records][0];
  const golden = await computeGolden(toNetworkWeights(model, options.dtype), model, first.input);
  const files = new Map<string, Uint8Array | string>();
  for (const name of BRANCHES) {
    const branch = model.branches[name];
    files.set(branch.manifest.weightsFile, writeSafetensors(storeTensors(branch, options.dtype)));
  }
  files.set('fusion.safetensors', writeSafetensors(exactly(toFusionTensors(model))));
  files.set('selfcheck.safetensors', writeSafetensors(exactly(toGoldenTensors(golden, first.input))));
  const shards = createShards([...records.values()], PUBLISHED_INPUT);
  shards.files.forEach((content, file) => files.set(file, content));

  if (similarityReference) files.set(REFERENCE_FILE, writeSafetensors(exactly(similarityReference)));
  const rounding = largestSimilarityShare(golden, predictions.get(firstId)!, model);
  const manifest = createManifest({
    name: options.name,
    card: options.card,
    dtype: options.dtype,
    model,
    thresholds,
    prototypes,
    records: shards.entries,
    files,
    checkpointSha256: sha256(bytes),
    verified: mismatches.length === 0,
    verification: `${prototypes.length - mismatches.length} of ${prototypes.length} prototypes are as similar to their source record as recorded, or identical to it; storing the weights as ${options.dtype} moves a similarity by at most ${rounding.toExponential(1)} of its range (measured on record ${firstId}).`,
  });
  // No line break at the end: a manifest cut anywhere is no JSON any more.
  files.set('manifest.json', JSON.stringify(manifest, null, 1));
  return files;
}

async function readModel(options: PackOptions): Promise<{ bytes: Uint8Array; model: ConvertedModel }> {
  const bytes = await readInputFile(options.fusion);
  const { tensors } = await readCheckpoint(bytes);
  for (const name of BRANCHES) {
    const path = options.branchFiles[name];
    if (path === undefined) continue;
    const branch = await readCheckpoint(await readInputFile(path));
    requireSameBranch(tensors, branch.tensors, name, basename(path));
  }
  return { bytes, model: convertModel(tensors, basename(options.fusion)) };
}

/** Every record that a prototype comes from, with what the network reads of it, in the order of first use. */
async function readRecords(
  folder: string,
  sources: PerBranch<readonly PrototypeSource[]>,
): Promise<Map<number, SourceRecord>> {
  const ptbxl = await openPtbxl(folder);
  const ids = [...new Set(BRANCHES.flatMap((name) => sources[name].map(({ ecgId }) => ecgId)))];
  const progress = createProgress('Reading source records', ids.length);
  const records = new Map<number, SourceRecord>();
  for (const id of ids) {
    const record = ptbxl.find(id);
    if (!record) throw new Problem(`The record ${id}, which a prototype comes from, is not in ${folder}.`);
    const ecg = await record.read();
    records.set(id, { record, ecg, input: toModelInput(ecg, PUBLISHED_INPUT) });
    progress(records.size);
  }
  return records;
}

async function predictAll(
  weights: NetworkWeights,
  model: ConvertedModel,
  records: ReadonlyMap<number, SourceRecord>,
  label: string,
): Promise<Map<number, Prediction>> {
  const network = createNetwork(toNetworkManifest(model), weights);
  const progress = createProgress(label, records.size);
  const predictions = new Map<number, Prediction>();
  const all = [...records];
  for (let first = 0; first < all.length; first += BATCH) {
    const batch = all.slice(first, first + BATCH);
    const results = await network.predict(batch.map(([, { input }]) => input));
    batch.forEach(([id], i) => predictions.set(id, results[i]));
    progress(predictions.size);
  }
  network.dispose();
  return predictions;
}

/** What the pack's weights must answer, computed by the plain JavaScript kernels that no page prefers. */
async function computeGolden(weights: NetworkWeights, model: ConvertedModel, input: Float32Array): Promise<Prediction> {
  await startNodeBackend('cpu');
  const network = createNetwork(toNetworkManifest(model), weights);
  const [prediction] = await network.predict([input]);
  network.dispose();
  return prediction;
}

function toNetworkManifest(model: ConvertedModel): NetworkManifest {
  return { input: PUBLISHED_INPUT, branches: BRANCHES.map((name) => model.branches[name].manifest) };
}

/** The weights as they will be read back from a pack. */
function toNetworkWeights(model: ConvertedModel, dtype: PackOptions['dtype']): NetworkWeights {
  return { fusion: model.fusion, branches: perBranch((name) => storeTensors(model.branches[name], dtype)) };
}

const exactly = (tensors: ReadonlyMap<string, PackTensor>) =>
  new Map(Array.from(tensors, ([key, tensor]) => [key, { ...tensor, dtype: 'F32' as const }]));

function toFusionTensors({ fusion }: ConvertedModel): Map<string, PackTensor> {
  const statements = fusion.bias.length;
  return new Map([
    ['weights', { shape: [statements, fusion.weights.length / statements], values: fusion.weights }],
    ['bias', { shape: [statements], values: fusion.bias }],
  ]);
}

function toGoldenTensors(golden: Prediction, input: Float32Array): Map<string, PackTensor> {
  const similarities = Float32Array.from(BRANCHES.flatMap((name) => [...golden.branches[name].similarity]));
  return new Map([
    ['input', { shape: [PUBLISHED_INPUT.leadOrder.length, PUBLISHED_INPUT.sampleCount], values: input }],
    ['similarities', { shape: [similarities.length], values: similarities }],
    ['probabilities', { shape: [golden.probabilities.length], values: golden.probabilities }],
  ]);
}

function largestSimilarityShare(a: Prediction, b: Prediction, model: ConvertedModel): number {
  return BRANCHES.reduce((largest, name) => {
    const other = b.branches[name].similarity;
    const differences = a.branches[name].similarity.map((value, i) => Math.abs(value - other[i]));
    return Math.max(largest, differences.reduce((x, y) => Math.max(x, y), 0) / model.branches[name].manifest.maxSimilarity);
  }, 0);
}

function toMismatchList(mismatches: readonly VerifiedPrototype[], { ptbxl }: PackOptions): string {
  const lines = mismatches.map(
    ({ branch, index, source, recomputedSimilarity }) =>
      `  ${branch}/${index} on record ${source.ecgId}: recorded ${source.recordedSimilarity.toFixed(4)}, recomputed ${recomputedSimilarity.toFixed(4)}`,
  );
  return [
    `${mismatches.length} prototypes are not as similar to their source record as recorded, so checkpoint, metadata and the records in ${ptbxl} do not belong together (--allow-mismatch packs them all the same, marked as unverified):`,
    ...lines,
  ].join('\n');
}
