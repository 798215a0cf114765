import { expect, type Locator } from '@playwright/test';
import { BRANCHES, type BranchName, perBranch } from '../../src/model/branch';

/** A row of the table for one prototype, as shown: all numbers rounded to two decimals. */
export interface LedgerPrototype {
  readonly name: string;
  readonly branch: BranchName;
  readonly similarity: number;
  readonly weight: number;
  readonly contribution: number;
}

/** What the page shows of a statement's sum, in logits rounded to two decimals. */
export interface Ledger {
  readonly bias: number;
  readonly branches: Readonly<Record<BranchName, number>>;
  readonly prototypes: readonly LedgerPrototype[];
  /** What the prototypes without a row of their own contribute together. */
  readonly others: Readonly<Record<BranchName, number>>;
  readonly logit: number;
  /** In words: "19 %", "> 99 %", "< 0.1 %". */
  readonly probability: string;
  /** How many contributions the sum has. */
  readonly count: number;
  /** By how much bias and contributions miss the logit, unrounded. */
  readonly difference: number;
}

/** A row of the table, as written. */
type Row = Readonly<Record<'part' | 'similarity' | 'weight' | 'logits', string>>;

/** Half of the last digit that is shown. */
const ROUNDING = 0.005;

/** Reads the accessible table and the lines below the chart of contributions. */
export async function readLedger(chart: Locator): Promise<Ledger> {
  const table = chart.getByRole('table');
  if (!(await table.isVisible())) await chart.getByText('The same as a table').click();
  const headings = await table.locator('thead th').allTextContents();
  const cells = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  const rows = cells.map((row): Row => {
    const under = (heading: string) => row[headings.indexOf(heading)];
    return { part: under('Part'), similarity: under('Similarity'), weight: under('Weight'), logits: under('Logits') };
  });
  const find = (start: string) => {
    const row = rows.find(({ part }) => part.startsWith(start));
    return row && toNumber(row.logits);
  };
  const need = (start: string) => find(start) ?? Number.NaN;
  const words = (await chart.textContent())!;
  return {
    bias: need('bias'),
    branches: perBranch((branch) => need(`${branch}, ${countOf(rows, branch, 'prototypes')} prototypes`)),
    prototypes: rows.flatMap(({ part, similarity, weight, logits }) => {
      const branch = BRANCHES.find((name) => part.startsWith(`${name}/`));
      if (!branch) return [];
      const shown = { similarity: toNumber(similarity), weight: toNumber(weight), contribution: toNumber(logits) };
      return [{ name: part.split(' ')[0], branch, ...shown }];
    }),
    others: perBranch((branch) => find(`${branch}, ${countOf(rows, branch, 'others')} others`) ?? 0),
    logit: need('logit'),
    probability: /probability ([<>]?\s?[\d.]+ %)/.exec(words)![1],
    count: Number(/Σ ([\d,]+) contributions/.exec(words)![1].replaceAll(',', '')),
    difference: Number(/difference ([\de.+-]+)\)/.exec(words)![1]),
  };
}

/** A number as the page writes it: "+0.45", "−1.43", "1,037", "0.92 of 3 (31 %)". */
export function toNumber(text: string): number {
  return Number.parseFloat(text.replace('−', '-').replaceAll(',', ''));
}

/**
 * The sums that make an explanation true, checked on the numbers that a reader sees: bias and branches make the logit,
 * prototypes and others make their branch, similarity × weight makes a contribution, the logit makes the probability.
 */
export function expectToAddUp(ledger: Ledger): void {
  const { bias, branches, prototypes, others, logit, probability, difference } = ledger;
  const total = BRANCHES.reduce((sum, branch) => sum + branches[branch], bias);
  expect(Math.abs(total - logit)).toBeLessThanOrEqual(5 * ROUNDING + 1e-9);
  for (const branch of BRANCHES) {
    const own = prototypes.filter((prototype) => prototype.branch === branch);
    const sum = own.reduce((part, { contribution }) => part + contribution, others[branch]);
    expect(Math.abs(sum - branches[branch])).toBeLessThanOrEqual((own.length + 2) * ROUNDING + 1e-9);
  }
  for (const { similarity, weight, contribution } of prototypes) {
    const slack = ROUNDING * (1 + Math.abs(similarity) + Math.abs(weight) + ROUNDING) + 1e-9;
    expect(Math.abs(similarity * weight - contribution)).toBeLessThanOrEqual(slack);
  }
  expect(difference).toBeLessThanOrEqual(1e-4);
  expectProbabilityOf(logit, probability);
}

function expectProbabilityOf(logit: number, shown: string): void {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const [lowest, highest] = [sigmoid(logit - ROUNDING), sigmoid(logit + ROUNDING)];
  if (shown === '> 99 %') return expect(highest).toBeGreaterThan(0.99);
  if (shown === '< 0.1 %') return expect(lowest).toBeLessThan(0.001);
  const [digits] = /[\d.]+/.exec(shown)!;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  expect(Number(digits) + half).toBeGreaterThanOrEqual(100 * lowest);
  expect(Number(digits) - half).toBeLessThanOrEqual(100 * highest);
}

function countOf(rows: readonly Row[], branch: BranchName, what: string): string {
  const pattern = new RegExp(`^${branch}, ([\\d,]+) ${what}$`);
  return rows.map(({ part }) => pattern.exec(part)?.[1]).find((count) => count !== undefined) ?? 'no';
}
