import { toBase64 } from '../ecg/base64';
import type { Ecg } from '../ecg/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import { toSampleBytes } from '../ecg/samples';
import { sha256Hex } from '../ecg/sha256';
import type { LoadedPack } from '../model/protocol';
import type { Prediction } from '../model/prediction';
import type { Measured } from '../signal/measure/measured';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import type { StatementExplanation } from './explanation';
import {
  LEDGER_FORMAT,
  LEDGER_LEAD_MEASUREMENTS,
  LEDGER_MEASUREMENTS,
  LEDGER_VERSION,
  type LedgerFile,
} from './ledgerFile';
import { hashLedger } from './ledgerHash';
import type { PrototypeKey } from './prototypeKey';
import type { TimeLedger } from './timeLedger';

/** What a ledger is made of. */
export interface LedgerSources {
  readonly app: string;
  readonly intendedUse: string;
  readonly written: Date;
  readonly pack: LoadedPack;
  /** The ECG as drawn. */
  readonly ecg: Ecg;
  /** Names of the files that the ECG came from, which the ledger must not name. */
  readonly names: readonly string[];
  readonly prediction: Prediction;
  readonly explanation: StatementExplanation;
  readonly timeLedger: TimeLedger;
  readonly selectedPrototype: PrototypeKey | null;
  readonly measurements: EcgMeasurements | null;
  readonly view: LedgerFile['view'];
  readonly sheet: LedgerFile['sheet'];
}

/** A stem shorter than this is met in any words. */
const SHORTEST_STEM = 3;

/**
 * The whole explanation of one ECG as a file keeps it. It holds the samples and no name: neither of a file nor what a
 * reader of the format remarked.
 *
 * @throws Problem in a page that cannot hash.
 */
export async function createLedger(sources: LedgerSources): Promise<LedgerFile> {
  const { pack, ecg, names, prediction, explanation, selectedPrototype } = sources;
  const { manifest } = pack;
  const samples = toSampleBytes(ecg);
  const content: Omit<LedgerFile, 'contentSha256'> = {
    format: LEDGER_FORMAT,
    formatVersion: LEDGER_VERSION,
    intendedUse: sources.intendedUse,
    app: sources.app,
    written: sources.written.toISOString(),
    model: {
      name: manifest.name,
      title: manifest.modelCard.title,
      sha256: pack.sha256,
      simulated: manifest.modelCard.simulated,
      verified: manifest.modelCard.verified,
      backend: pack.backend.backend,
    },
    ecg: {
      samplingRateHz: ecg.samplingRateHz,
      sampleCount: ecg.sampleCount,
      leads: [...STANDARD_LEADS],
      derivedLeads: [...(ecg.derivedLeads ?? [])],
      format: withoutNames(ecg.format, names),
      scale: withoutNames(ecg.scale, names),
      samplesSha256: await sha256Hex(samples),
      samplesMv: toBase64(samples),
    },
    predictions: manifest.statements.map(({ code, threshold }, i) => {
      const probability = prediction.probabilities[i]!;
      return { code, logit: prediction.logits[i]!, probability, threshold, predicted: probability >= threshold };
    }),
    statement: {
      code: explanation.code,
      bias: explanation.bias,
      logit: explanation.logit,
      branchContributions: { ...explanation.branchContributions },
      prototypes: explanation.contributions.map(({ branch, index, classes, similarity, maxSimilarity, weight, contribution, match }) => ({
        branch,
        index,
        classes: [...classes],
        similarity,
        maxSimilarity,
        weight,
        contribution,
        bestWindow: match && { ...match },
      })),
      timeLedger: {
        windowStartSeconds: [...sources.timeLedger.windowStartSeconds],
        windowEndSeconds: [...sources.timeLedger.windowEndSeconds],
        contributions: [...sources.timeLedger.contributions],
      },
      selectedPrototype: selectedPrototype && { branch: selectedPrototype.branch, index: selectedPrototype.index },
    },
    measurements: sources.measurements && toMeasurements(sources.measurements),
    view: sources.view,
    sheet: sources.sheet,
  };
  return { ...content, contentSha256: await hashLedger(content) };
}

function toMeasurements(measured: EcgMeasurements): LedgerFile['measurements'] {
  return {
    ...pickMeasured(measured, LEDGER_MEASUREMENTS),
    leads: mapLeads((lead) => pickMeasured(measured.leads[lead], LEDGER_LEAD_MEASUREMENTS)),
  };
}

function pickMeasured<Name extends string>(from: Readonly<Record<Name, Measured>>, names: readonly Name[]): Record<Name, Measured> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Record<Name, Measured>;
}

/** Words of a format's reader, unless they name a file: a file's name often is a patient's. */
function withoutNames(words: string, names: readonly string[]): string {
  const stems = names.flatMap((name) => [name, name.replace(/\.[^.]*$/, '')]).filter(({ length }) => length >= SHORTEST_STEM);
  return stems.some((stem) => words.includes(stem)) ? 'not kept, because it names a file' : words;
}
