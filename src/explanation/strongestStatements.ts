import { BRANCHES } from '../model/branch';
import type { ExplainablePack } from './explainStatement';
import type { PrototypeKey } from './prototypeKey';

/** A weight that moves no logit by more than this is none to tell of. */
export const LEAST_LOGITS = 0.05;

/** What a prototype's similarity counts for one statement. */
export interface StatementWeight {
  readonly code: string;
  readonly description: string;
  /** In logits per unit of similarity. */
  readonly weight: number;
}

/**
 * The statements that a prototype weighs most on, by the size of its weight in the fusion layer: those it supports and those
 * it opposes, at most `count` of each; none that even the largest similarity could not move by {@link LEAST_LOGITS}.
 */
export function strongestStatements(
  { manifest, fusion }: ExplainablePack,
  { branch, index }: PrototypeKey,
  count: number,
): { readonly supporting: readonly StatementWeight[]; readonly opposing: readonly StatementWeight[] } {
  const counts = BRANCHES.map((name) => manifest.branches.find((known) => known.name === name)!.prototypeCount);
  const { maxSimilarity } = manifest.branches.find(({ name }) => name === branch)!;
  const before = counts.slice(0, BRANCHES.indexOf(branch)).reduce((sum, next) => sum + next, 0);
  const width = counts.reduce((sum, next) => sum + next, 0);
  const weights = manifest.statements
    .map(({ code, description }, row) => ({ code, description, weight: fusion.weights[row * width + before + index]! }))
    .filter(({ weight }) => Math.abs(weight) * maxSimilarity >= LEAST_LOGITS)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    supporting: weights.filter(({ weight }) => weight > 0).slice(0, count),
    opposing: weights.filter(({ weight }) => weight < 0).slice(0, count),
  };
}
