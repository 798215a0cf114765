import type { Prediction } from '../model/prediction';
import type { LoadedPack } from '../model/protocol';
import { explainStatement, SUM_TOLERANCE } from './explainStatement';
import type { LedgerFile } from './ledgerFile';
import { toPrototypeName } from './prototypeKey';

/** How what is computed now differs from what a ledger holds. */
export interface LedgerComparison {
  /** Whether the same pack computed both. */
  readonly isSameModel: boolean;
  /** Largest difference of a probability, over the statements that both models have; null where they share none. */
  readonly probability: number | null;
  /** Largest difference of bias, a contribution or the logit of the ledger's statement, in logits; null for another model. */
  readonly logits: number | null;
  /** Whether both differences are as small as an explanation may be wrong. */
  readonly isEqual: boolean;
}

/** Compares a ledger with what a model has now computed of the same ECG. */
export function compareLedger(ledger: LedgerFile, pack: LoadedPack, prediction: Prediction): LedgerComparison {
  const isSameModel = pack.sha256 === ledger.model.sha256;
  const indexOf = new Map(pack.manifest.statements.map(({ code }, i) => [code, i]));
  const probabilities = ledger.predictions.flatMap(({ code, probability }) => {
    const i = indexOf.get(code);
    return i === undefined ? [] : [Math.abs(prediction.probabilities[i]! - probability)];
  });
  const probability = probabilities.length === 0 ? null : Math.max(...probabilities);
  const statement = indexOf.get(ledger.statement.code);
  const logits = isSameModel && statement !== undefined ? compareSums(ledger, pack, prediction, statement) : null;
  const isEqual = logits !== null && logits <= SUM_TOLERANCE && probability !== null && probability <= SUM_TOLERANCE;
  return { isSameModel, probability, logits, isEqual };
}

function compareSums({ statement: then }: LedgerFile, pack: LoadedPack, prediction: Prediction, index: number): number {
  const now = explainStatement(pack, prediction, index);
  const before = new Map(then.prototypes.map((prototype) => [toPrototypeName(prototype), prototype.contribution]));
  const differences = now.contributions.map((contribution) =>
    Math.abs(contribution.contribution - (before.get(toPrototypeName(contribution)) ?? Number.POSITIVE_INFINITY)),
  );
  return Math.max(Math.abs(now.bias - then.bias), Math.abs(now.logit - then.logit), ...differences);
}
