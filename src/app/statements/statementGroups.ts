import type { StatementRow } from '../../store/selectors';

/** Statements under one heading. */
export interface StatementGroup {
  readonly group: string;
  readonly rows: readonly StatementRow[];
}

/** The order in which an ECG is read. */
const READING_ORDER = ['Overall', 'Rhythm', 'Ectopy', 'Conduction', 'QRS', 'Infarction', 'Ischaemia', 'ST and T', 'Hypertrophy'];

/**
 * Puts statements under their groups' headings: groups in the order in which an ECG is read, so that each is always found
 * at the same place, and those that a model calls otherwise after them; rows keep their order.
 */
export function toStatementGroups(rows: readonly StatementRow[]): readonly StatementGroup[] {
  const groups = [...new Set(rows.map(({ group }) => group))].sort((a, b) => rankOf(a) - rankOf(b));
  return groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }));
}

function rankOf(group: string): number {
  const rank = READING_ORDER.indexOf(group);
  return rank < 0 ? READING_ORDER.length : rank;
}

/** The statements whose code or description holds every word of the query, letter case aside. */
export function searchStatements(rows: readonly StatementRow[], query: string): readonly StatementRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ code, description }) => {
    const searched = `${code} ${description}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
