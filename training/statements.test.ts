import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { BranchName } from '../src/model/branch';
import { STATEMENTS } from '../src/model/statements';

/** The published categories as the trainer's table writes them. */
const CATEGORIES: Readonly<Record<BranchName, string>> = { rhythm: '1', morphology: '3', global: '4' };

it('the trainer and the viewer know the same statements, in the same order, in the same branches', () => {
  const table = readFileSync(new URL('statements.csv', import.meta.url), 'utf8');
  const { data } = Papa.parse<{ code: string; category: string }>(table, { header: true, skipEmptyLines: true });
  expect(data).toEqual(STATEMENTS.map(({ code, branch }) => ({ code, category: CATEGORIES[branch] })));
});
