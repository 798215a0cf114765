import { createEntry } from '../../review/log';
import type { LogEntry, ReviewEvent } from '../../review/logEntry';
import type { ReviewStoreContext } from './context';
import { save } from './saving';
import { setLog } from './setLog';
import { toHead } from './toHead';

/**
 * Adds what the reader did to a session's log: it is on the page at once, and the promise settles when it is durable or
 * could not be kept. Nothing is added to a log that is locked.
 *
 * @param elapsedMs how long the reader took for the last of the events; those before it follow from that.
 */
export async function addEvents(
  context: ReviewStoreContext,
  sessionId: string,
  events: readonly ReviewEvent[],
  elapsedMs: number,
): Promise<void> {
  const log = context.store.getState().logs[sessionId];
  if (!log || log.folded.isLocked || events.length === 0) return;
  const time = context.deps.now().toISOString();
  const entries: LogEntry[] = [...log.entries];
  for (const [i, event] of events.entries()) {
    const content = { seq: entries.length, time, elapsedMs: i === events.length - 1 ? elapsedMs : 0, event };
    entries.push(createEntry(toHead(log, entries), content));
  }
  setLog(context, { ...log, entries });
  await save(context, sessionId);
}
