import { toSentence } from '../../ecg/problem';
import type { ReviewStoreContext } from './context';
import { ContinuedElsewhere, SessionGone } from './database';
import { notify } from './notify';
import { reconcile } from './reconcile';
import { setLog } from './setLog';
import type { SessionLog } from './state';
import { toHead } from './toHead';

/**
 * Makes all of a session's entries durable, those too that are added in the meantime. Settles when they are, or when they
 * could not be kept: then they stay on the page, and the next answer or `retry` tries them again.
 */
export function save(context: ReviewStoreContext, sessionId: string): Promise<void> {
  const running = context.saves.get(sessionId);
  if (running) return running;
  // Begun in a moment, so that it is listed before it can end.
  const saving = Promise.resolve().then(() => saveAll(context, sessionId));
  context.saves.set(sessionId, saving);
  context.failures.delete(sessionId);
  showSaving(context);
  return saving;
}

/** Tries once more to keep what could not be kept. */
export async function retry(context: ReviewStoreContext): Promise<void> {
  await Promise.all([...context.failures.keys()].map((id) => save(context, id)));
}

async function saveAll(context: ReviewStoreContext, id: string): Promise<void> {
  const unsaved = (): SessionLog | undefined => {
    const log = context.store.getState().logs[id];
    return log && log.savedCount < log.entries.length ? log : undefined;
  };
  try {
    for (let log = unsaved(); log; log = unsaved()) await saveOnce(context, log);
  } catch (thrown) {
    context.failures.set(id, toSentence(thrown));
  } finally {
    // In the same breath as the last look for unsaved entries: what comes now begins a saving of its own.
    context.saves.delete(id);
    showSaving(context);
  }
}

async function saveOnce(context: ReviewStoreContext, log: SessionLog): Promise<void> {
  const { database, siblings } = context.deps;
  const { id, study, reader, entries, savedCount } = log;
  try {
    await database.append(id, toHead(log, entries.slice(0, savedCount)), entries.slice(savedCount));
  } catch (thrown) {
    if (thrown instanceof ContinuedElsewhere) return reconcile(context, id);
    if (!(thrown instanceof SessionGone)) throw thrown;
    if (!(await isCreated(() => database.createSession({ id, study, reader, exportedCount: 0 }, entries)))) return;
    notify(context, { kind: 'restored', count: entries.length });
  }
  setLog(context, { ...context.store.getState().logs[id]!, savedCount: entries.length });
  siblings.tell(id);
}

/** Whether a session was created here; another tab may have been faster. */
async function isCreated(create: () => Promise<void>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (thrown) {
    if (thrown instanceof ContinuedElsewhere) return false;
    throw thrown;
  }
}

function showSaving({ store, saves, failures }: ReviewStoreContext): void {
  const [sentence] = failures.values();
  if (sentence !== undefined) store.setState({ saving: { status: 'failed', sentence } });
  else store.setState({ saving: { status: saves.size > 0 ? 'saving' : 'saved' } });
}
