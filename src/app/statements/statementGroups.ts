import type { StatementManifest } from '../../model/manifest';

/** Statements under one heading. */
export interface StatementGroup<Row> {
  readonly group: string;
  readonly rows: readonly Row[];
}

/** The order in which an ECG is read. */
const READING_ORDER = ['Overall', 'Rhythm', 'Ectopy', 'Conduction', 'QRS', 'Infarction', 'Ischaemia', 'ST and T', 'Hypertrophy'];

/**
 * Puts statements under their groups' headings: groups in the order in which an ECG is read, so that each is always found
 * at the same place, and those that a model calls otherwise after them; rows keep their order.
 */
export function toStatementGroups<Row extends Pick<StatementManifest, 'group'>>(rows: readonly Row[]): readonly StatementGroup<Row>[] {
  const groups = [...new Set(rows.map(({ group }) => group))].sort((a, b) => rankOf(a) - rankOf(b));
  return groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }));
}

function rankOf(group: string): number {
  const rank = READING_ORDER.indexOf(group);
  return rank < 0 ? READING_ORDER.length : rank;
}

/** The statements whose code or description holds every word of the query, letter case aside. */
export function searchStatements<Row extends Pick<StatementManifest, 'code' | 'description'>>(
  rows: readonly Row[],
  query: string,
): readonly Row[] {
  return rows.filter(({ code, description }) => holdsWords(`${code} ${description}`, query));
}

/** Whether a text holds every word of a query, letter case aside. */
export function holdsWords(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.toLowerCase().includes(word));
}
