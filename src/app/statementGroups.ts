import type { StatementRow } from '../store/selectors';

/** Statements under one heading. */
export interface StatementGroup {
  readonly group: string;
  readonly rows: readonly StatementRow[];
}

/** Puts statements under their groups' headings; groups and rows keep the order in which they first appear. */
export function toStatementGroups(rows: readonly StatementRow[]): readonly StatementGroup[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }));
}

/** The statements whose code or description holds every word of the query, letter case aside. */
export function searchStatements(rows: readonly StatementRow[], query: string): readonly StatementRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ code, description }) => {
    const searched = `${code} ${description}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
