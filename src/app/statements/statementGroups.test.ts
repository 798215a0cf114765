import { expect, it } from 'vitest';
import { STATEMENTS } from '../../model/statements';
import type { StatementRow } from '../../store/selectors';
import { searchStatements, toStatementGroups } from './statementGroups';

const rows: readonly StatementRow[] = STATEMENTS.map((statement) => ({
  ...statement,
  threshold: 0.5,
  probability: 0.1,
  predicted: false,
}));

it('keeps every statement under exactly one heading, in the order in which an ECG is read', () => {
  const groups = [...toStatementGroups([...rows, { ...rows[0]!, code: 'X', group: 'Other' }])];
  expect(groups.pop()).toMatchObject({ group: 'Other', rows: [{ code: 'X' }] });
  expect(groups.map(({ group }) => group)).toEqual([
    'Overall', 'Rhythm', 'Ectopy', 'Conduction', 'QRS', 'Infarction', 'Ischaemia', 'ST and T', 'Hypertrophy',
  ]);
  expect(groups.flatMap((group) => group.rows)).toHaveLength(71);
  expect(groups.find(({ group }) => group === 'ST and T')!.rows.slice(0, 4).map(({ code }) => code)).toEqual(['NDT', 'NST_', 'DIG', 'LNGQT']);
  expect(toStatementGroups([])).toEqual([]);
});

it.each([
  ['afib', ['AFIB']],
  ['flutter', ['AFLT']],
  ['block bundle incomplete right', ['IRBBB']],
  ['lao/lae', ['LAO/LAE']],
  ['  ', STATEMENTS.map(({ code }) => code)],
  ['zebra', []],
])('finds “%s” by code and by words', (query, codes) => {
  expect(searchStatements(rows, query).map(({ code }) => code)).toEqual(codes);
});
