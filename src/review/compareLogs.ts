import type { LogEntry } from './logEntry';

/** How a second log of the same session stands to a first. */
export interface LogComparison {
  /** The second is the same, goes on where the first ends, ends before the first does, or differs from some entry on. */
  readonly outcome: 'same' | 'continued' | 'behind' | 'forked';
  /** So many entries, from the first on, are in both. */
  readonly common: number;
}

/** Compares two logs that begin with the same hash. As each hash contains the one before, one that is in both vouches for all before it. */
export function compareLogs(first: readonly LogEntry[], second: readonly LogEntry[]): LogComparison {
  const shorter = Math.min(first.length, second.length);
  let common = 0;
  while (common < shorter && first[common]!.hash === second[common]!.hash) common++;
  if (common < shorter) return { outcome: 'forked', common };
  if (first.length === second.length) return { outcome: 'same', common };
  return { outcome: second.length > first.length ? 'continued' : 'behind', common };
}
