import { toFirstHash } from '../../review/log';
import type { LogEntry } from '../../review/logEntry';
import type { SessionLog } from './state';

/** The hash that the next of these entries of a session's log is chained to. */
export function toHead({ study, reader }: Pick<SessionLog, 'study' | 'reader'>, entries: readonly LogEntry[]): string {
  return entries.at(-1)?.hash ?? toFirstHash(study.contentSha256, reader);
}
