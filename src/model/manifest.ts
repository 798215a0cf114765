import * as v from 'valibot';
import { STANDARD_LEADS } from '../ecg/lead';
import { BRANCHES } from './branch';
import { modelCardSchema } from './modelCard';

/** The version of the pack format that this program reads and writes. */
export const FORMAT_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.minLength(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const branch = v.picklist(BRANCHES);
/** A file of the pack lies beside its manifest: no folders, no parents, no addresses. */
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

/** One residual block of a trunk: `stride` in steps; kernel and channel sizes stand in the tensors themselves. */
const block = v.strictObject({
  /** `basic`: two convolutions; `bottleneck`: 1×1, kernel, 1×1. */
  kind: v.picklist(['basic', 'bottleneck']),
  /** Name of the block in the tensor file, for example `layer2.0`. */
  name: text,
  stride: count,
  /** Whether the skip connection has a 1×1 convolution of its own. */
  downsample: v.boolean(),
});

const branchSchema = v.strictObject({
  name: branch,
  /** SCP codes of the statements that the branch's prototypes stand for. */
  classes: v.pipe(v.array(text), v.minLength(1)),
  prototypeCount: count,
  /** The largest similarity possible: 1, 13 and 4 in the published sizes. */
  maxSimilarity: v.pipe(finite, v.gtValue(0)),
  /** `cosine` of the time-averaged features, or the `scaledCosine` of windows of `windowSteps` feature steps. */
  similarity: v.picklist(['cosine', 'scaledCosine']),
  /** Feature steps that a prototype spans. */
  windowSteps: count,
  /** Number of windows that the similarity is the mean of. */
  windowCount: count,
  /** Feature steps into which the trunk divides the record. */
  featureSteps: count,
  featureCount: count,
  blocks: v.pipe(v.array(block), v.minLength(1)),
  /** Number of 1×1 add-on layers: 2, or 0 where the checkpoint has none. */
  addOnLayers: v.picklist([0, 2]),
  weightsFile: fileName,
});

const statement = v.strictObject({
  /** SCP-ECG statement code as PTB-XL spells it. */
  code: text,
  description: text,
  group: text,
  branch,
  /** Predicted where the probability is at least this. */
  threshold: v.pipe(finite, v.minValue(0), v.maxValue(1)),
});

const prototype = v.strictObject({
  /** `id` of the record it was projected onto. */
  record: text,
  /** SCP codes of its class, or of its two classes where it is a joint prototype. */
  classes: v.pipe(v.array(text), v.minLength(1), v.maxLength(2)),
  /** First sample and the one after the last of the segment; null where the whole record is compared. */
  window: v.nullable(v.pipe(v.tuple([index, index]), v.check(([start, end]) => start < end, 'an empty window'))),
  /** Largest similarity over windows on its source record, as the checkpoint's metadata recorded it. */
  recordedSimilarity: finite,
  /** The same, recomputed when the pack was made. */
  recomputedSimilarity: finite,
  /** SCP codes of this branch's classes that its source record was labelled with. */
  sourceLabels: v.array(text),
});

const record = v.strictObject({
  id: text,
  ageYears: v.nullable(finite),
  sex: v.nullable(v.picklist(['male', 'female'])),
  /** The record's own SCP codes with their likelihoods in percent. */
  statements: v.record(text, finite),
  shard: fileName,
  /** Position in the shard, counted in records. */
  position: index,
});

const manifestSchema = v.strictObject({
  formatVersion: v.literal(FORMAT_VERSION),
  name: text,
  modelCard: v.strictObject({
    ...modelCardSchema.entries,
    dtype: v.picklist(['float16', 'float32']),
    architecture: text,
    /** True when every prototype's recomputed similarity equals the recorded one. */
    verified: v.boolean(),
    verification: text,
    /** SHA-256 of the checkpoint that the pack was made of. */
    checkpointSha256: sha256,
  }),
  input: v.strictObject({
    leadOrder: v.pipe(v.array(v.picklist(STANDARD_LEADS)), v.length(12)),
    samplingRateHz: v.pipe(finite, v.gtValue(0)),
    sampleCount: count,
    preprocessing: v.strictObject({
      kind: v.literal('butterworthHighPass'),
      order: v.literal(1),
      cutoffHz: v.pipe(finite, v.gtValue(0)),
      zeroPhase: v.literal(true),
    }),
  }),
  branches: v.pipe(v.array(branchSchema), v.length(BRANCHES.length)),
  statements: v.pipe(v.array(statement), v.minLength(1)),
  prototypes: v.strictObject({
    rhythm: v.array(prototype),
    morphology: v.array(prototype),
    global: v.array(prototype),
  }),
  records: v.pipe(v.array(record), v.minLength(1)),
  /** Millivolts of one unit of the int16 samples in the shards. */
  recordMillivoltsPerUnit: v.pipe(finite, v.gtValue(0)),
  fusionFile: fileName,
  /** How similar ECGs with and without a prototype's statement usually are to it; null where nobody measured. */
  similarityReference: v.nullable(
    v.strictObject({
      /** `<branch>.with` and `<branch>.without`: a row a prototype of count, mean, SD and the percentiles. */
      file: fileName,
      percentiles: v.array(finite),
    }),
  ),
  selfCheck: v.strictObject({
    file: fileName,
    /** Largest allowed difference of a similarity, as a share of its branch's maximum. */
    similarityTolerance: v.pipe(finite, v.gtValue(0)),
    probabilityTolerance: v.pipe(finite, v.gtValue(0)),
  }),
  files: v.record(fileName, v.strictObject({ bytes: count, sha256 })),
});

/** The table of contents of a model pack: everything about the model except its numbers. */
export type Manifest = v.InferOutput<typeof manifestSchema>;
/** One branch of the network as the manifest describes it. */
export type BranchManifest = Manifest['branches'][number];
/** One of the SCP-ECG statements that the model predicts. */
export type StatementManifest = Manifest['statements'][number];
/** One prototype: which record it is a part of and what it stands for. */
export type PrototypeManifest = Manifest['prototypes']['rhythm'][number];
/** One source record of prototypes. */
export type RecordManifest = Manifest['records'][number];

export { manifestSchema };
