import type { LogEntry } from './logEntry';

/** The items that ceased to be the best of their class with the newest entry, because another one became it; by id. */
export function findGivenWay(entries: readonly LogEntry[]): readonly string[] {
  const newest = toMark(entries.at(-1));
  if (newest?.mark !== 'best') return [];
  const others: string[] = [];
  for (let i = entries.length - 2; i >= 0; i--) {
    const before = toMark(entries[i]);
    if (!before || before.mark !== null || before.item === newest.item) break;
    others.unshift(before.item);
  }
  return others;
}

function toMark(entry: LogEntry | undefined) {
  if (entry?.event.kind !== 'answered' || entry.event.answer.question !== 'mark') return undefined;
  return { item: entry.event.item, mark: entry.event.answer.value };
}
