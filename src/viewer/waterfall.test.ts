import { expect, test } from 'vitest';
import { BRANCHES, perBranch } from '../model/branch';
import { muteContributions } from '../explanation/whatIf';
import { createExplanation } from './snapshots/explanationFixture';
import { toWaterfall, type WaterfallRow } from './waterfall';

const EXPLANATION = createExplanation();

function partsOf(rows: readonly WaterfallRow[], branch: string): WaterfallRow[] {
  return rows.filter(
    (row) => (row.kind === 'prototype' && row.contribution.branch === branch) || (row.kind === 'others' && row.branch === branch),
  );
}

test('goes from the bias over the branches to the logit without a gap', () => {
  const rows = toWaterfall(EXPLANATION, perBranch(() => 3), null);
  const sums = rows.filter(({ kind }) => kind === 'bias' || kind === 'branch');
  let total = 0;
  for (const row of sums) {
    expect(row.from).toBeCloseTo(total, 10);
    total = row.to;
  }
  expect(rows.at(-1)).toMatchObject({ kind: 'logit', from: 0, to: EXPLANATION.logit });
  expect(total).toBeCloseTo(EXPLANATION.logit, 10);
});

test('a branch is the sum of its prototypes and others, step after step', () => {
  const rows = toWaterfall(EXPLANATION, perBranch(() => 3), null);
  for (const branch of BRANCHES) {
    const sum = rows.find((row) => row.kind === 'branch' && row.branch === branch)!;
    const parts = partsOf(rows, branch);
    expect(parts.map(({ kind }) => kind)).toEqual(['prototype', 'prototype', 'prototype', 'others']);
    expect(parts[0]!.from).toBeCloseTo(sum.from, 10);
    parts.slice(1).forEach((part, i) => expect(part.from).toBeCloseTo(parts[i]!.to, 10));
    expect(parts.at(-1)!.to).toBeCloseTo(sum.to, 10);
    for (const part of parts) expect(part.to - part.from).toBeCloseTo(part.value, 10);
  }
});

test('counts every prototype once', () => {
  const rows = toWaterfall(EXPLANATION, perBranch(() => 5), null);
  const counted = rows.reduce((sum, row) => sum + (row.kind === 'prototype' ? 1 : row.kind === 'others' ? row.prototypeCount : 0), 0);
  expect(counted).toBe(1037);
});

test('shows the selected prototype even where it is not among the largest', () => {
  const weakest = EXPLANATION.contributions.findLast(({ branch }) => branch === 'morphology')!;
  const parts = partsOf(toWaterfall(EXPLANATION, perBranch(() => 2), weakest), 'morphology');
  expect(parts.map(({ kind }) => kind)).toEqual(['prototype', 'prototype', 'prototype', 'others']);
  expect(parts[2]).toMatchObject({ contribution: weakest });
  expect(parts[3]).toMatchObject({ prototypeCount: 933 });
});

test('has no others where every prototype is shown', () => {
  expect(toWaterfall(EXPLANATION, perBranch(() => 2000), null).some(({ kind }) => kind === 'others')).toBe(false);
});

test('shows as many of each branch as are asked for', () => {
  const rows = toWaterfall(EXPLANATION, { rhythm: 1, morphology: 13, global: 21 }, null);
  expect(BRANCHES.map((branch) => partsOf(rows, branch).length)).toEqual([2, 14, 21]);
  expect(partsOf(rows, 'morphology').at(-1)).toMatchObject({ kind: 'others', prototypeCount: 923 });
  expect(partsOf(rows, 'global').at(-1)!.to).toBeCloseTo(EXPLANATION.logit, 10);
});

test('a muted row adds nothing and says what it would; a branch is muted when all of it is', () => {
  const own = EXPLANATION.contributions.filter(({ branch }) => branch === 'morphology');
  const muting = { branches: ['rhythm'], prototypes: [own[0]!, own[5]!].map(({ branch, index }) => ({ branch, index })) } as const;
  const rows = toWaterfall(muteContributions(EXPLANATION, muting), perBranch(() => 3), null);
  for (const row of [...partsOf(rows, 'rhythm'), rows.find((row) => row.kind === 'branch' && row.branch === 'rhythm')!]) {
    expect(row.to - row.from).toBeCloseTo(0, 12);
  }
  expect(rows.find((row) => row.kind === 'branch' && row.branch === 'rhythm')!.muted).toBeCloseTo(EXPLANATION.branchContributions.rhythm, 10);
  const [first, second, , others] = partsOf(rows, 'morphology');
  expect(first).toMatchObject({ value: 0 });
  expect(first!.muted).toBeCloseTo(own[0]!.contribution, 12);
  expect(second!.muted).toBeUndefined();
  expect(others).toMatchObject({ kind: 'others', mutedCount: 1 });
  expect(others!.muted).toBeUndefined();
  expect(rows.find((row) => row.kind === 'branch' && row.branch === 'morphology')!.muted).toBeUndefined();
  expect(partsOf(rows, 'global').at(-1)!.to).toBeCloseTo(rows.at(-1)!.to, 10);
});
