import { createHash } from 'node:crypto';
import { BRANCHES, perBranch } from '../../src/model/branch';
import { type ConvertedModel, PUBLISHED_INPUT } from '../../src/model/convert/convertModel';
import { FORMAT_VERSION, type Manifest, type RecordManifest } from '../../src/model/manifest';
import type { ModelCard } from '../../src/model/modelCard';
import { STATEMENTS } from '../../src/model/statements';
import { MILLIVOLTS_PER_UNIT } from './shards';
import { PERCENTILES } from './similarityReference';
import type { VerifiedPrototype } from './verifyPrototypes';

/** Name of the pack's file of usual similarities. */
export const REFERENCE_FILE = 'similarity-reference.safetensors';

/** How far a backend may deviate from the golden output: backends that compute in float32 agree to about 1e-5. */
const SELF_CHECK = { similarityTolerance: 1e-4, probabilityTolerance: 1e-3 };

/** What a manifest tells of. */
export interface PackContents {
  readonly name: string;
  readonly card: ModelCard;
  readonly dtype: 'float16' | 'float32';
  readonly model: ConvertedModel;
  /** One for each statement. */
  readonly thresholds: readonly number[];
  readonly prototypes: readonly VerifiedPrototype[];
  readonly records: readonly RecordManifest[];
  /** The pack's other files by name. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly checkpointSha256: string;
  readonly verified: boolean;
  readonly verification: string;
}

/** The manifest of a pack: everything about the model except its numbers, and the hashes of the files that hold those. */
export function createManifest(contents: PackContents): Manifest {
  const { name: packName, card, dtype, model, thresholds, prototypes, records, files } = contents;
  const { checkpointSha256, verified, verification } = contents;
  const blocks = model.branches.rhythm.manifest.blocks;
  const depth = 2 + blocks.reduce((layers, { kind }) => layers + (kind === 'basic' ? 2 : 3), 0);
  return {
    formatVersion: FORMAT_VERSION,
    name: packName,
    modelCard: { ...card, checkpointSha256, verified, verification, dtype, architecture: `ProtoECGNet, ResNet-${depth}` },
    input: PUBLISHED_INPUT,
    branches: BRANCHES.map((name) => model.branches[name].manifest),
    statements: STATEMENTS.map((statement, i) => ({ ...statement, threshold: thresholds[i] })),
    prototypes: perBranch((name) =>
      prototypes
        .filter(({ branch }) => branch === name)
        .map(({ index, source, recomputedSimilarity, window }) => ({
          record: String(source.ecgId),
          classes: [...model.branches[name].prototypeClasses[index]],
          window,
          recordedSimilarity: source.recordedSimilarity,
          recomputedSimilarity,
          sourceLabels: [...source.labels],
        })),
    ),
    records: [...records],
    recordMillivoltsPerUnit: MILLIVOLTS_PER_UNIT,
    fusionFile: 'fusion.safetensors',
    similarityReference: files.has(REFERENCE_FILE) ? { file: REFERENCE_FILE, percentiles: [...PERCENTILES] } : null,
    selfCheck: { file: 'selfcheck.safetensors', ...SELF_CHECK },
    files: Object.fromEntries(
      [...files].map(([name, content]) => [name, { bytes: content.length, sha256: sha256(content) }]),
    ),
  };
}

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
