import * as v from 'valibot';
import { Problem } from '../ecg/problem';
import { sha256Hex } from '../ecg/sha256';
import { BRANCHES, type BranchName } from './branch';
import { type BranchManifest, FORMAT_VERSION, type Manifest, manifestSchema } from './manifest';
import type { NetworkWeights } from './network';
import type { SimilarityReference } from './protocol';
import { shardBytes } from './recordShard';
import { findTensor, requireTensor } from './requireTensor';
import { type PackTensor, readSafetensors } from './safetensors';
import { toSimilarityReference } from './similarityReference';

/** Where the files of a pack come from: a web server, a folder, a test. */
export interface PackSource {
  /** What the user calls it: an address or a folder. */
  readonly label: string;
  /**
   * The bytes of a file of the pack.
   *
   * @param onBytes told how many more bytes have arrived.
   * @throws Problem when the file is not there.
   */
  read(name: string, onBytes?: (bytes: number) => void): Promise<Uint8Array>;
}

/** A verified pack in memory. */
export interface Pack {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which names the whole pack. */
  readonly sha256: string;
  readonly weights: NetworkWeights;
  readonly golden: Golden;
  /** How similar ECGs usually are to each prototype; null where nobody measured. */
  readonly similarityReference: SimilarityReference | null;
}

/** An input and what the network must answer to it. */
export interface Golden {
  /** 12 × samples of preprocessed millivolts. */
  readonly input: Float32Array;
  /** All prototypes, branch by branch. */
  readonly similarities: Float32Array;
  readonly probabilities: Float32Array;
}

/**
 * Reads and checks a pack's manifest.
 *
 * @throws Problem when it is missing, damaged, of another format version, or contradicts itself.
 */
export async function readManifest(source: PackSource): Promise<{ manifest: Manifest; sha256: string }> {
  const bytes = await source.read('manifest.json');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(`The manifest of the model pack at ${source.label} is damaged: it is not valid JSON.`);
  }
  const version = typeof json === 'object' && json !== null && 'formatVersion' in json ? json.formatVersion : undefined;
  if (version !== FORMAT_VERSION) {
    throw new Problem(
      `The model pack at ${source.label} has format version ${String(version)}; this program reads version ${FORMAT_VERSION}.`,
    );
  }
  const parsed = v.safeParse(manifestSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Problem(
      `The manifest of the model pack at ${source.label} is damaged at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}.`,
    );
  }
  const contradiction = findContradiction(parsed.output);
  if (contradiction) throw new Problem(`The manifest of the model pack at ${source.label} contradicts itself: ${contradiction}.`);
  return { manifest: parsed.output, sha256: await sha256Hex(bytes) };
}

/**
 * Reads a file of a pack and verifies its length and SHA-256.
 *
 * @throws Problem when the file is missing, cut short or altered.
 */
export async function readVerifiedFile(
  source: PackSource,
  manifest: Manifest,
  name: string,
  onBytes?: (bytes: number) => void,
): Promise<Uint8Array> {
  const expected = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined;
  if (!expected) throw new Problem(`The model pack's manifest does not list the file ${name}.`);
  const bytes = await source.read(name, onBytes);
  if (bytes.byteLength !== expected.bytes) {
    throw new Problem(`The pack file ${name} has ${bytes.byteLength} bytes instead of ${expected.bytes}; it is not used.`);
  }
  if ((await sha256Hex(bytes)) !== expected.sha256) {
    throw new Problem(`The pack file ${name} was altered: its SHA-256 is not the one in the manifest; it is not used.`);
  }
  return bytes;
}

/**
 * Reads everything of a pack that the network needs, every byte verified. The prototypes' source ECGs stay where they
 * are until they are shown.
 *
 * @throws Problem as {@link readManifest} and {@link readVerifiedFile} do, and when tensors do not fit the manifest.
 */
export async function readPack(
  source: PackSource,
  onProgress: (loadedBytes: number, totalBytes: number) => void = () => undefined,
): Promise<Pack> {
  const { manifest, sha256 } = await readManifest(source);
  const reference = manifest.similarityReference;
  const names = [
    ...manifest.branches.map((branch) => branch.weightsFile),
    manifest.fusionFile,
    manifest.selfCheck.file,
    ...(reference === null ? [] : [reference.file]),
  ];
  const totalBytes = names.reduce((total, name) => total + (manifest.files[name]?.bytes ?? 0), 0);
  let loadedBytes = 0;
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readVerifiedFile(source, manifest, name, (arrived) => {
        loadedBytes += arrived;
        onProgress(loadedBytes, totalBytes);
      });
      return readSafetensors(bytes, name);
    }),
  );
  const [rhythm, morphology, global, fusion, golden, similarities] = files;
  const statementCount = manifest.statements.length;
  const prototypeCount = manifest.branches.reduce((total, branch) => total + branch.prototypeCount, 0);
  const branches: Record<BranchName, ReadonlyMap<string, PackTensor>> = { rhythm, morphology, global };
  for (const branch of manifest.branches) checkBranchTensors(branches[branch.name], branch);
  return {
    manifest,
    sha256,
    weights: {
      branches,
      fusion: {
        weights: requireTensor(fusion, 'weights', [statementCount, prototypeCount], manifest.fusionFile),
        bias: requireTensor(fusion, 'bias', [statementCount], manifest.fusionFile),
      },
    },
    golden: {
      input: requireTensor(golden, 'input', [12, manifest.input.sampleCount], manifest.selfCheck.file),
      similarities: requireTensor(golden, 'similarities', [prototypeCount], manifest.selfCheck.file),
      probabilities: requireTensor(golden, 'probabilities', [statementCount], manifest.selfCheck.file),
    },
    similarityReference: reference === null ? null : toSimilarityReference(similarities, reference, manifest.branches),
  };
}

/** What in a manifest cannot be, if anything. */
function findContradiction(manifest: Manifest): string | undefined {
  const { branches, files, input, records, statements } = manifest;
  if (branches.some((branch, i) => branch.name !== BRANCHES[i])) return `branches must be ${BRANCHES.join(', ')}`;
  const isRepeated = (values: readonly string[]) => new Set(values).size !== values.length;
  if (isRepeated(statements.map(({ code }) => code))) return 'a statement occurs twice';
  if (isRepeated(records.map(({ id }) => id))) return 'a record occurs twice';
  if (isRepeated(input.leadOrder)) return 'a lead occurs twice';
  for (const { id, shard, position } of records) {
    if (!Object.hasOwn(files, shard)) return `the file ${shard} is not listed`;
    if (files[shard].bytes < shardBytes(manifest, position + 1)) return `${shard} is too short for the record ${id}`;
  }
  const reference = manifest.similarityReference?.file;
  if (reference !== undefined && !Object.hasOwn(files, reference)) return `the file ${reference} is not listed`;
  for (const branch of branches) {
    const contradiction = findBranchContradiction(branch, manifest);
    if (contradiction) return contradiction;
  }
  return undefined;
}

function findBranchContradiction(branch: BranchManifest, manifest: Manifest): string | undefined {
  const { input, prototypes, records, statements } = manifest;
  const { name, classes, prototypeCount, similarity, windowCount } = branch;
  const own = prototypes[name];
  if (own.length !== prototypeCount) return `${name} has ${prototypeCount} prototypes but describes ${own.length}`;
  if (windowCount !== (similarity === 'cosine' ? 1 : branch.featureSteps - branch.windowSteps + 1)) {
    return `${name} cannot have ${windowCount} windows`;
  }
  const codes = new Set(statements.map(({ code }) => code));
  const foreign = classes.find((code) => !codes.has(code));
  if (foreign !== undefined) return `${name} has the unknown statement ${foreign}`;
  const named = own.flatMap((prototype) => [...prototype.classes, ...prototype.sourceLabels]);
  const stray = named.find((code) => !classes.includes(code));
  if (stray !== undefined) return `a ${name} prototype names ${stray}, which is no class of this branch`;
  const recordIds = new Set(records.map(({ id }) => id));
  const lost = own.find(({ record }) => !recordIds.has(record));
  if (lost) return `a ${name} prototype comes from the unlisted record ${lost.record}`;
  const misplaced = own.findIndex(({ window }) =>
    windowCount === 1 ? window !== null : !window || window[1] > input.sampleCount,
  );
  return misplaced < 0 ? undefined : `the segment of ${name}/${misplaced} cannot be`;
}

function checkBranchTensors(tensors: ReadonlyMap<string, PackTensor>, branch: BranchManifest): void {
  const { prototypeCount, featureCount, windowSteps, weightsFile } = branch;
  requireTensor(tensors, 'prototypes', [prototypeCount, featureCount, windowSteps], weightsFile);
  const layers = [
    'stem',
    ...branch.blocks.flatMap(({ name, kind, downsample }) => [
      `${name}.conv1`,
      `${name}.conv2`,
      ...(kind === 'bottleneck' ? [`${name}.conv3`] : []),
      ...(downsample ? [`${name}.downsample`] : []),
    ]),
    ...(branch.addOnLayers === 2 ? ['addOn1', 'addOn2'] : []),
  ];
  for (const layer of layers) {
    const { shape } = findTensor(tensors, `${layer}.kernel`, weightsFile);
    if (shape.length !== 4) {
      throw new Problem(`In the pack file ${weightsFile}, "${layer}.kernel" is ${shape.join(' × ')} instead of 1 × width × in × out.`);
    }
    requireTensor(tensors, `${layer}.bias`, [shape[3]], weightsFile);
  }
}
