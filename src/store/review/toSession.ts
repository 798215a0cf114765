import type { LogEntry } from '../../review/logEntry';
import type { NewSession, Session } from './database';
import { toHead } from './toHead';

/** A session with what its log says of it. */
export function toSession({ id, study, reader, exportedCount }: NewSession, entries: readonly LogEntry[]): Session {
  const newest = entries.at(-1);
  return {
    id,
    study,
    reader,
    entryCount: entries.length,
    head: toHead({ study, reader }, entries),
    exportedCount,
    unexportedSince: entries[exportedCount]?.time ?? null,
    isLocked: newest?.event.kind === 'locked',
  };
}
