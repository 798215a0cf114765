import { Problem } from '../../ecg/problem';
import { compareLogs } from '../../review/compareLogs';
import { rebaseLog } from '../../review/rebaseLog';
import type { ReviewStoreContext } from './context';
import { notify } from './notify';
import { setLog } from './setLog';
import { toHead } from './toHead';

/**
 * Takes in what another tab added to a session's log, and puts what was answered here and is not durable yet on top of it:
 * nothing is lost, nothing counts twice.
 */
export async function reconcile(context: ReviewStoreContext, sessionId: string): Promise<void> {
  const kept = await context.deps.database.readEntries(sessionId);
  const log = context.store.getState().logs[sessionId]!;
  const ours = log.entries.slice(0, log.savedCount);
  const { outcome } = compareLogs(ours, kept);
  if (outcome !== 'same' && outcome !== 'continued') {
    throw new Problem('What is kept of this review on this computer is no longer what this page saved. Export the answers now: this page still holds them all.');
  }
  const time = context.deps.now().toISOString();
  const { entries, overtaken } = rebaseLog(kept, toHead(log, []), log.entries, log.savedCount, time);
  setLog(context, { ...log, entries, savedCount: kept.length });
  const count = overtaken.length;
  if (count > 0) notify(context, { kind: kept.at(-1)?.event.kind === 'locked' ? 'closedElsewhere' : 'overtaken', count });
}

/** Takes in what another tab added to a session's log, where nothing here waits to be saved. */
export async function takeIn(context: ReviewStoreContext, sessionId: string): Promise<void> {
  const kept = await context.deps.database.readEntries(sessionId);
  const log = context.store.getState().logs[sessionId];
  // What waits to be saved meets the other tab's entries when it is appended.
  if (!log || log.savedCount < log.entries.length || kept.length <= log.entries.length) return;
  setLog(context, { ...log, entries: kept, savedCount: kept.length });
}
