import type { PrototypeContribution, StatementExplanation } from '../explanation/explanation';
import { BRANCHES, type BranchName, type PerBranch } from '../model/branch';
import type { PrototypeKey } from '../explanation/prototypeKey';
import { unmutedContribution } from '../explanation/whatIf';

/** What every row of the waterfall has: a step from one running total to the next, in logits. */
interface Step {
  readonly from: number;
  readonly to: number;
  /** What the row adds: `to − from`, in logits. */
  readonly value: number;
  /** What the row would add if it were not muted, in logits; absent where it counts. */
  readonly muted?: number;
}

/** One row of the waterfall. A branch's row is the sum of the prototype and others rows that follow it. */
export type WaterfallRow =
  | (Step & { readonly kind: 'bias'; readonly isAverage: boolean })
  | (Step & { readonly kind: 'branch'; readonly branch: BranchName; readonly prototypeCount: number })
  | (Step & { readonly kind: 'prototype'; readonly contribution: PrototypeContribution })
  | (Step & { readonly kind: 'others'; readonly branch: BranchName; readonly prototypeCount: number; readonly mutedCount: number })
  | (Step & { readonly kind: 'logit' });

/**
 * The way from the bias over the three branches to the logit. Each branch is followed by its prototypes of the largest
 * absolute contribution, as many as `topCounts` says, by the selected one where it is not among them, and by the sum of
 * all others.
 */
export function toWaterfall(
  explanation: StatementExplanation,
  topCounts: PerBranch<number>,
  selected: PrototypeKey | null,
): readonly WaterfallRow[] {
  const isAverage = explanation.averageEcg !== undefined;
  const rows: WaterfallRow[] = [{ kind: 'bias', isAverage, from: 0, to: explanation.bias, value: explanation.bias }];
  let total = explanation.bias;
  for (const branch of BRANCHES) {
    const all = explanation.contributions.filter((contribution) => contribution.branch === branch);
    const shown = all.filter((contribution, rank) => rank < topCounts[branch] || isSelected(contribution, selected));
    const value = explanation.branchContributions[branch];
    const end = total + value;
    rows.push({ kind: 'branch', branch, prototypeCount: all.length, from: total, to: end, value, ...toMuted(all) });
    for (const contribution of shown) {
      const to = total + contribution.contribution;
      rows.push({ kind: 'prototype', contribution, from: total, to, value: contribution.contribution, ...toMuted([contribution]) });
      total = to;
    }
    if (shown.length < all.length) {
      const others = all.filter((contribution) => !shown.includes(contribution));
      const mutedCount = others.filter(({ muted }) => muted).length;
      const value = end - total;
      rows.push({ kind: 'others', branch, prototypeCount: others.length, mutedCount, from: total, to: end, value, ...toMuted(others) });
    }
    total = end;
  }
  rows.push({ kind: 'logit', from: 0, to: explanation.logit, value: explanation.logit });
  return rows;
}

/** Whether a prototype is the selected one. */
export function isSelected(contribution: PrototypeKey, selected: PrototypeKey | null): boolean {
  return selected !== null && contribution.branch === selected.branch && contribution.index === selected.index;
}

/** What prototypes that are all muted would add; nothing where one of them counts. */
function toMuted(all: readonly PrototypeContribution[]): { readonly muted?: number } {
  if (!all.every(({ muted }) => muted)) return {};
  return { muted: all.reduce((sum, contribution) => sum + unmutedContribution(contribution), 0) };
}
