import { BRANCHES } from '../model/branch';
import type { Prediction } from '../model/prediction';
import type { AverageEcg } from './averageEcg';
import type { ExplainablePack } from './explainStatement';
import { isMuted, type Muting } from './whatIf';

/** The statements whose prediction a what-if turns over, by code in the pack's order. */
export interface FlippedStatements {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Which statements are predicted in a what-if and were not, and the other way round.
 *
 * @param shown the network's answer in the what-if, which is the real one where no lead is muted.
 * @param average from where contributions count; null: from similarities of 0.
 */
export function findFlippedStatements(
  { manifest, fusion }: ExplainablePack,
  real: Prediction,
  shown: Prediction,
  average: AverageEcg | null,
  muting: Muting,
): FlippedStatements {
  /** By how much each muted prototype's similarity falls, and its place among the weights of a statement. */
  const falls = BRANCHES.flatMap((branch) =>
    Array.from(shown.branches[branch].similarity, (similarity, index) => ({
      muted: isMuted(muting, { branch, index }),
      fall: similarity - (average?.similarities[branch][index] ?? 0),
    })),
  );
  const muted = falls.flatMap(({ muted, fall }, place) => (muted ? [{ place, fall }] : []));
  const gained: string[] = [];
  const lost: string[] = [];
  manifest.statements.forEach(({ code, threshold }, statement) => {
    const change = muted.reduce((sum, { place, fall }) => sum + fusion.weights[statement * falls.length + place]! * fall, 0);
    const probability = muted.length === 0 ? shown.probabilities[statement]! : 1 / (1 + Math.exp(change - shown.logits[statement]!));
    const isPredicted = probability >= threshold;
    if (isPredicted === real.probabilities[statement]! >= threshold) return;
    (isPredicted ? gained : lost).push(code);
  });
  return { gained, lost };
}
