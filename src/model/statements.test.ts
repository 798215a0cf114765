import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BRANCHES } from './branch';
import { STATEMENTS } from './statements';

describe('the statements', () => {
  it('are 71, each once, with words for a doctor', () => {
    expect(new Set(STATEMENTS.map(({ code }) => code)).size).toBe(71);
    expect(STATEMENTS).toHaveLength(71);
    for (const { description, group } of STATEMENTS) {
      expect(description).toMatch(/^[A-Z].{5,}[^.]$/);
      expect(group).not.toBe('');
    }
    expect(new Set(STATEMENTS.map(({ description }) => description)).size).toBe(71);
  });

  it('are divided as published: 16 rhythm, 52 morphology, 3 global', () => {
    expect(BRANCHES.map((name) => STATEMENTS.filter(({ branch }) => branch === name).length)).toEqual([16, 52, 3]);
    expect(STATEMENTS.filter(({ branch }) => branch === 'global').map(({ code }) => code)).toEqual(['DIG', 'NORM', 'EL']);
  });

  const table = '../shared/reference/scp_statements_grouped.csv';
  it.skipIf(!existsSync(table))(`have the order and branches of ${table} (skipped where it is absent)`, () => {
    const { data } = Papa.parse<string[]>(readFileSync(table, 'utf8'), { skipEmptyLines: true });
    const column = data[0].indexOf('prototype_category');
    const category = { 1: 'rhythm', 3: 'morphology', 4: 'global' } as Record<string, string>;
    const expected = data.slice(1).map((row) => [row[0], category[Number(row[column])]]);
    expect(STATEMENTS.map(({ code, branch }) => [code, branch])).toEqual(expected);
  });
});
