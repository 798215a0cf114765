import { describe, expect, it } from 'vitest';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { perBranch } from '../model/branch';
import { compareExplanations, toComparedRows, toLogitShift } from './compareExplanations';
import { explainStatement } from './explainStatement';

const pack = createTestPack();
const of = (similarity: number[]) => explainStatement(pack, createTestPrediction(pack, similarity), 0);
// Statement SR weighs +1, −2 (rhythm), +3, −4 (morphology), +5, −6 (global); its bias is 0.
const one = of([1, 0.5, 2, 1, 0, 1]);
const other = of([0, 1, 1, 3, 1, 1]);
const compared = compareExplanations(one, other);
const rowsWith = (count: number, order: 'difference' | 'contribution' = 'difference') =>
  toComparedRows(compared, perBranch(() => count), order, null);
const nameOf = (row: ReturnType<typeof rowsWith>[number]) =>
  row.kind === 'prototype' ? `${row.here.branch}/${row.here.index}` : 'branch' in row ? `${row.kind} ${row.branch}` : row.kind;

describe('two explanations of one statement', () => {
  it('are laid side by side prototype by prototype, what differs most first', () => {
    expect(compared.prototypes.map(({ here, there, one, other, difference }) => [`${here.branch}/${here.index}`, there.index, one, other, difference])).toEqual([
      ['morphology/1', 1, -4, -12, 8],
      ['global/0', 0, 0, 5, -5],
      ['morphology/0', 0, 6, 3, 3],
      ['rhythm/0', 0, 1, 0, 1],
      ['rhythm/1', 1, -1, -2, 1],
      ['global/1', 1, -6, -6, 0],
    ]);
    expect(compared.logit).toEqual({ one: -4, other: -12, difference: 8 });
  });

  it.each([0, 1, 2])('with %d prototypes of each branch add up to both logits and to their difference', (count) => {
    for (const order of ['difference', 'contribution'] as const) {
      const rows = rowsWith(count, order);
      const parts = rows.filter(({ kind }) => kind === 'bias' || kind === 'prototype' || kind === 'others');
      for (const value of ['one', 'other', 'difference'] as const) {
        expect(parts.reduce((sum, row) => sum + row[value], 0)).toBe(compared.logit[value]);
      }
      const branches = rows.filter(({ kind }) => kind === 'bias' || kind === 'branch');
      expect(branches.reduce((sum, { difference }) => sum + difference, 0)).toBe(8);
    }
  });

  it('give a row to what is large in either and to what differs most, and sum the rest', () => {
    // Of the global branch, one is largest in both ECGs and the other differs most.
    expect(rowsWith(1).map(nameOf)).toEqual([
      'bias', 'branch rhythm', 'rhythm/0', 'rhythm/1', 'branch morphology', 'morphology/1', 'morphology/0',
      'branch global', 'global/0', 'global/1', 'logit',
    ]);
    expect(rowsWith(1, 'contribution').map(nameOf).slice(7, 10)).toEqual(['branch global', 'global/1', 'global/0']);
    expect(rowsWith(0)).toMatchObject([
      { kind: 'bias' },
      { kind: 'branch', branch: 'rhythm' },
      { kind: 'others', prototypeCount: 2, one: 0, other: -2, difference: 2 },
      { kind: 'branch', branch: 'morphology' },
      { kind: 'others', prototypeCount: 2, one: 2, other: -9, difference: 11 },
      { kind: 'branch', branch: 'global' },
      { kind: 'others', prototypeCount: 2, one: -6, other: -1, difference: -5 },
      { kind: 'logit', difference: 8 },
    ]);
  });

  it('give no row to what is written as 0.00 in both, unless it is selected', () => {
    const faint = of([0.004, 0.5, 2, 1, 0, 1]);
    const alike = compareExplanations(faint, faint);
    const rows = toComparedRows(alike, perBranch(() => 2), 'difference', null);
    expect(rows.map(nameOf)).not.toContain('rhythm/0');
    expect(rows.find((row) => row.kind === 'others' && row.branch === 'rhythm')).toMatchObject({ prototypeCount: 1, notableCount: 0 });
    const selected = toComparedRows(alike, perBranch(() => 0), 'difference', { branch: 'rhythm', index: 0 });
    expect(selected.map(nameOf)).toContain('rhythm/0');
    expect(selected.find((row) => row.kind === 'others' && row.branch === 'rhythm')).toMatchObject({ notableCount: 1 });
  });

  it('keep the selected prototype in sight', () => {
    const rows = toComparedRows(compared, perBranch(() => 0), 'difference', { branch: 'global', index: 1 });
    expect(rows.map(nameOf)).toContain('global/1');
    expect(rows.find((row) => row.kind === 'others' && row.branch === 'global')).toMatchObject({ prototypeCount: 1, one: 0, other: 5 });
  });

  it('differ by what raises and what lowers the logit, together the whole', () => {
    const shift = toLogitShift(compared);
    expect(shift.raising.map(({ difference }) => difference)).toEqual([8, 3, 1, 1]);
    expect(shift.lowering.map(({ difference }) => difference)).toEqual([-5]);
    expect([shift.raised, shift.lowered]).toEqual([13, -5]);
  });

  it('turn round with the ECGs', () => {
    expect(compareExplanations(other, one).prototypes.map(({ difference }) => difference)).toEqual([-8, 5, -3, -1, -1, 0]);
  });
});
