import type { Manifest, StatementManifest } from '../model/manifest';
import type { Prediction } from '../model/prediction';

/** What the network says of a statement in one ECG. */
export interface StatementResult {
  /** 0 … 1. */
  readonly probability: number;
  readonly logit: number;
  /** Whether the probability reaches the threshold. */
  readonly predicted: boolean;
}

/** What the network says of a statement in two ECGs. */
export interface ComparedStatement extends StatementManifest {
  readonly one: StatementResult;
  readonly other: StatementResult;
  /** The one's logit minus the other's. */
  readonly difference: number;
}

/**
 * Every statement of a model in two ECGs: first those that are predicted in one ECG alone, then the others, each part by
 * falling absolute difference of the logits.
 */
export function compareStatements(
  { statements }: Pick<Manifest, 'statements'>,
  one: Prediction,
  other: Prediction,
): readonly ComparedStatement[] {
  return statements
    .map((statement, index): ComparedStatement => {
      const resultIn = ({ logits, probabilities }: Prediction): StatementResult => ({
        probability: probabilities[index]!,
        logit: logits[index]!,
        predicted: probabilities[index]! >= statement.threshold,
      });
      const [here, there] = [resultIn(one), resultIn(other)];
      return { ...statement, one: here, other: there, difference: here.logit - there.logit };
    })
    .sort((a, b) => Number(isTurned(b)) - Number(isTurned(a)) || Math.abs(b.difference) - Math.abs(a.difference));
}

/** Whether a statement is predicted in one of the two ECGs alone. */
export function isTurned({ one, other }: ComparedStatement): boolean {
  return one.predicted !== other.predicted;
}
