import * as v from 'valibot';
import { STANDARD_LEADS } from '../ecg/lead';
import { BRANCHES } from '../model/branch';
import { BACKENDS } from '../model/protocol';
import { CALIPER_KINDS } from '../signal/measure/calipers';
import type { EcgMeasurements } from '../signal/measure/measureEcg';

/** By this a file is known to be a ledger, whatever its name. */
export const LEDGER_FORMAT = 'protoecg-ledger';
/** The version of the ledger format that this program reads and writes. */
export const LEDGER_VERSION = 1;

/** What is measured of the whole ECG and kept in a ledger; the unit ends the name. */
export const LEDGER_MEASUREMENTS = [
  'heartRatePerMinute',
  'meanRrMs',
  'shortestRrMs',
  'longestRrMs',
  'sdnnMs',
  'rmssdMs',
  'irregularity',
  'pMs',
  'prMs',
  'qrsMs',
  'qtMs',
  'qtcBazettMs',
  'qtcFridericiaMs',
  'pAxisDegrees',
  'qrsAxisDegrees',
  'tAxisDegrees',
  'sokolowLyonMv',
  'cornellMv',
] as const satisfies readonly (keyof EcgMeasurements)[];

/** What is measured in each lead and kept in a ledger, in millivolts. */
export const LEDGER_LEAD_MEASUREMENTS = ['rMv', 'sMv', 'jMv', 'st60Mv'] as const satisfies readonly (keyof EcgMeasurements['leads']['I'])[];

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.minLength(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const branch = v.picklist(BRANCHES);

const measured = v.pipe(
  v.variant('status', [
    v.strictObject({
      status: v.literal('measured'),
      value: finite,
      uncertainty: v.pipe(finite, v.description('One standard uncertainty in the unit of the value.')),
      method: text,
    }),
    v.strictObject({ status: v.literal('unmeasurable'), reason: text }),
  ]),
  v.title('measured'),
);

const measuredInLead = v.pipe(v.strictObject(perName(LEDGER_LEAD_MEASUREMENTS, measured)), v.title('measuredInLead'));

const bestWindow = v.strictObject({
  window: index,
  windowCount: count,
  startSeconds: finite,
  endSeconds: finite,
  similarity: v.pipe(finite, v.description('In this window alone; what counts is the mean over all windows.')),
  share: v.pipe(finite, v.description('similarity / (windowCount × mean similarity).')),
});

const prototype = v.strictObject({
  branch,
  index,
  classes: v.pipe(v.array(text), v.minLength(1)),
  similarity: v.pipe(finite, v.description('As the fusion layer received it: the mean over windows.')),
  maxSimilarity: positive,
  weight: v.pipe(finite, v.description('Logits per unit of similarity.')),
  contribution: v.pipe(finite, v.description('weight × similarity, in logits.')),
  bestWindow: v.pipe(v.nullable(bestWindow), v.description('Where it matched best; null where the whole record is compared.')),
});

const prediction = v.strictObject({
  code: text,
  logit: finite,
  probability: share,
  threshold: share,
  predicted: v.boolean(),
});

const statement = v.strictObject({
  code: text,
  bias: finite,
  logit: finite,
  branchContributions: v.pipe(
    v.strictObject({ rhythm: finite, morphology: finite, global: finite }),
    v.description('In logits; bias and branches add up to the logit within 1e-4.'),
  ),
  prototypes: v.pipe(v.array(prototype), v.minLength(1), v.description('All of them, largest absolute contribution first.')),
  timeLedger: v.pipe(
    v.strictObject({
      windowStartSeconds: v.array(finite),
      windowEndSeconds: v.array(finite),
      contributions: v.array(finite),
    }),
    v.description('The morphology contribution split over the windows, in logits.'),
  ),
  selectedPrototype: v.nullable(v.strictObject({ branch, index })),
});

const ecg = v.strictObject({
  samplingRateHz: positive,
  sampleCount: count,
  leads: v.pipe(v.strictTuple(STANDARD_LEADS.map((lead) => v.literal(lead))), v.description('The order of the leads in samplesMv.')),
  samplesMv: v.pipe(
    text,
    v.description('The samples drawn, in millivolts: IEEE 754 float32, little-endian, lead by lead, in base64. NaN is a missing sample.'),
  ),
  samplesSha256: v.pipe(sha256, v.description('Of the bytes that samplesMv encodes.')),
  derivedLeads: v.pipe(v.array(v.picklist(STANDARD_LEADS)), v.description('Leads that were not stored and were computed from others.')),
  format: v.pipe(text, v.description('The format that the samples were read from.')),
  scale: v.pipe(text, v.description('Where the millivolts come from.')),
});

const view = v.strictObject({
  layout: v.picklist(['automatic', 'page', 'matched', 'stacked']),
  pageForm: v.picklist(['page', 'pageThreeStrips', 'sixByTwo']),
  leadOrder: v.picklist(['standard', 'cabrera']),
  rhythmLead: v.picklist(STANDARD_LEADS),
  paperSpeedMmPerSecond: v.picklist([25, 50]),
  gainMmPerMv: v.picklist([5, 10, 20]),
  signal: v.picklist(['recorded', 'seen', 'difference']),
  caseOrder: v.picklist(['contribution', 'ownSimilarity']),
  ledgerBase: v.picklist(['zero', 'average']),
  caseView: v.picklist(['beside', 'aligned', 'overlaid', 'difference']),
});

/** Within the ten seconds that are drawn. */
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(10));

const sheet = v.strictObject({
  magnification: v.pipe(v.number(), v.minValue(1), v.maxValue(8)),
  leadAlone: v.nullable(v.picklist(STANDARD_LEADS)),
  calipers: v.nullable(
    v.strictObject({
      kind: v.picklist(CALIPER_KINDS),
      lead: v.picklist(STANDARD_LEADS),
      firstSeconds: seconds,
      secondSeconds: seconds,
      isMarching: v.boolean(),
    }),
  ),
});

const measurements = v.strictObject({
  ...perName(LEDGER_MEASUREMENTS, measured),
  leads: v.strictObject(perName(STANDARD_LEADS, measuredInLead)),
});

/** Everything that a ledger file holds: an ECG, what a model said of it, and why. Neither a file's name nor typed words. */
export const ledgerFileSchema = v.strictObject({
  format: v.literal(LEDGER_FORMAT),
  formatVersion: v.literal(LEDGER_VERSION),
  intendedUse: text,
  app: text,
  written: v.pipe(v.string(), v.isoTimestamp(), v.description('When the file was written, in UTC.')),
  model: v.strictObject({
    name: text,
    title: text,
    sha256: v.pipe(sha256, v.description('Of the manifest, which holds the hash of every other file of the pack.')),
    simulated: v.pipe(v.boolean(), v.description('Whether the model learned from simulated ECGs.')),
    verified: v.boolean(),
    backend: v.picklist(BACKENDS),
  }),
  ecg,
  predictions: v.pipe(v.array(prediction), v.minLength(1)),
  statement: v.pipe(statement, v.description('The statement under study, with its whole sum.')),
  measurements: v.pipe(v.nullable(measurements), v.description('null where nothing was measured.')),
  view: v.pipe(view, v.description('How the page looked.')),
  sheet: v.pipe(sheet, v.description('How near the paper was, a lead that stood alone, and the calipers on it.')),
  contentSha256: v.pipe(
    sha256,
    v.description('Of everything else in this file, in the JSON Canonicalization Scheme (RFC 8785), UTF-8.'),
  ),
});

/** An explanation as a file keeps it. */
export type LedgerFile = v.InferOutput<typeof ledgerFileSchema>;

function perName<Name extends string, Schema>(names: readonly Name[], schema: Schema): Record<Name, Schema> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;
}
