import { BRANCHES, type BranchName } from '../model/branch';
import type { PrototypeContribution, StatementExplanation } from './explanation';
import type { PrototypeKey } from './prototypeKey';

/** What one part of a logit adds in an ECG and in the one that it is compared with, in logits. */
export interface ComparedValues {
  readonly one: number;
  readonly other: number;
  /** One minus the other. */
  readonly difference: number;
}

/** One row of two ledgers that are laid side by side. A branch's row is the sum of the rows that follow it. */
export type ComparedRow = ComparedValues &
  (
    | { readonly kind: 'bias'; readonly isAverage: boolean }
    | { readonly kind: 'branch'; readonly branch: BranchName; readonly prototypeCount: number }
    | ({ readonly kind: 'prototype' } & ComparedPrototype)
    | {
        readonly kind: 'others';
        readonly branch: BranchName;
        readonly prototypeCount: number;
        /** How many of them contribute at least {@link LEAST_CONTRIBUTION} in either ECG. */
        readonly notableCount: number;
      }
    | { readonly kind: 'logit' }
  );

/** One prototype with what it did in either ECG. */
export interface ComparedPrototype extends ComparedValues {
  readonly here: PrototypeContribution;
  readonly there: PrototypeContribution;
}

/** The explanations of one statement in two ECGs, prototype by prototype. */
export interface ComparedExplanations {
  readonly one: StatementExplanation;
  readonly other: StatementExplanation;
  readonly logit: ComparedValues;
  /** All prototypes, largest absolute difference first. */
  readonly prototypes: readonly ComparedPrototype[];
}

/** What contributes less in both ECGs is written as 0.00 and has no row of its own, in logits. */
export const LEAST_CONTRIBUTION = 0.005;

/** What stands first within a branch: what differs most, or what contributes most in either ECG. */
export const COMPARED_ORDERS = ['difference', 'contribution'] as const;
export type ComparedOrder = (typeof COMPARED_ORDERS)[number];

/** Lays the explanations of one statement in two ECGs side by side. @param one,other of the same statement and model. */
export function compareExplanations(one: StatementExplanation, other: StatementExplanation): ComparedExplanations {
  const found = new Map(other.contributions.map((own) => [keyOf(own), own]));
  const prototypes = one.contributions
    .map((here): ComparedPrototype => {
      const there = found.get(keyOf(here))!;
      return { here, there, ...toValues(here.contribution, there.contribution) };
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { one, other, logit: toValues(one.logit, other.logit), prototypes };
}

/**
 * Both ledgers in the same rows: the bias, each branch with its prototypes, the logit. Of each branch those prototypes
 * have a row that are among the `count` of the largest absolute contribution in either ECG or among the `count` that
 * differ most, if they are notable, and the selected one; the rest is summed.
 */
export function toComparedRows(
  { one, other, logit, prototypes }: ComparedExplanations,
  counts: Readonly<Record<BranchName, number>>,
  order: ComparedOrder,
  selected: PrototypeKey | null,
): readonly ComparedRow[] {
  const sizeOf = (row: ComparedPrototype): number => (order === 'difference' ? Math.abs(row.difference) : largestOf(row));
  const rows: ComparedRow[] = [{ kind: 'bias', isAverage: one.averageEcg !== undefined, ...toValues(one.bias, other.bias) }];
  for (const branch of BRANCHES) {
    const all = prototypes.filter(({ here }) => here.branch === branch);
    const named = new Set<string>(selected ? [keyOf(selected)] : []);
    for (const { here } of all.slice(0, counts[branch])) named.add(keyOf(here));
    for (const { contributions } of [one, other]) {
      for (const own of contributions.filter((own) => own.branch === branch).slice(0, counts[branch])) named.add(keyOf(own));
    }
    const hasRow = (row: ComparedPrototype): boolean =>
      named.has(keyOf(row.here)) && (isNotable(row) || (selected !== null && keyOf(row.here) === keyOf(selected)));
    const shown = all.filter(hasRow).sort((a, b) => sizeOf(b) - sizeOf(a));
    const others = all.filter((row) => !hasRow(row));
    const sums = toValues(one.branchContributions[branch], other.branchContributions[branch]);
    rows.push({ kind: 'branch', branch, prototypeCount: all.length, ...sums });
    for (const row of shown) rows.push({ kind: 'prototype', ...row });
    if (others.length > 0) {
      const notableCount = others.filter(isNotable).length;
      rows.push({ kind: 'others', branch, prototypeCount: others.length, notableCount, ...toSum(others) });
    }
  }
  rows.push({ kind: 'logit', ...logit });
  return rows;
}

/** What moves one logit away from the other, summed by its direction. */
export interface LogitShift {
  /** The prototypes that raise the one ECG's logit above the other's, largest difference first. */
  readonly raising: readonly ComparedPrototype[];
  /** Those that lower it. */
  readonly lowering: readonly ComparedPrototype[];
  /** What those that raise it add up to, in logits; 0 or more. */
  readonly raised: number;
  /** What those that lower it add up to, in logits; 0 or less. */
  readonly lowered: number;
}

/** Parts what differs between two explanations by its sign: `raised + lowered` is the difference of the logits. */
export function toLogitShift({ prototypes }: ComparedExplanations): LogitShift {
  const raising = prototypes.filter(({ difference }) => difference > 0);
  const lowering = prototypes.filter(({ difference }) => difference < 0);
  return { raising, lowering, raised: toSum(raising).difference, lowered: toSum(lowering).difference };
}

function toValues(one: number, other: number): ComparedValues {
  return { one, other, difference: one - other };
}

function toSum(rows: readonly ComparedPrototype[]): ComparedValues {
  return toValues(
    rows.reduce((sum, { one }) => sum + one, 0),
    rows.reduce((sum, { other }) => sum + other, 0),
  );
}

function largestOf({ one, other }: ComparedValues): number {
  return Math.max(Math.abs(one), Math.abs(other));
}

function isNotable(row: ComparedValues): boolean {
  return largestOf(row) >= LEAST_CONTRIBUTION;
}

function keyOf({ branch, index }: PrototypeKey): string {
  return `${branch}/${index}`;
}
