import { toSentence } from '../../ecg/problem';
import { findBrokenLink } from '../../review/log';
import { createCaseOrder, createOrder } from '../../review/order';
import { findNext, isComplete, stateOf } from '../../review/progress';
import type { Reader } from '../../review/reader';
import type { Study } from '../../review/study';
import type { ReviewStoreContext } from './context';
import { type Session, toSessionId } from './database';
import { notify } from './notify';
import { setLog } from './setLog';
import { openShelf } from './shelf';
import type { OpenReview, SessionLog } from './state';
import { toHead } from './toHead';
import { INITIAL_VIEW } from './view';

/** Begins a study as a new reader, and goes to its first item. @returns the session's id; null where it could not be kept. */
export async function begin(context: ReviewStoreContext, study: Study, about: Omit<Reader, 'id'>): Promise<string | null> {
  const log = await createSession(context, study, about);
  if (!log) return null;
  openLog(context, log);
  await openShelf(context);
  return log.id;
}

/** Goes on with a session at the item where it was left. @returns its id; null where there is none or it is damaged. */
export async function resume(context: ReviewStoreContext, sessionId: string): Promise<string | null> {
  const log = await readLog(context, sessionId);
  if (!log) return null;
  openLog(context, log);
  return log.id;
}

/** Leaves the open session; what is not durable yet stays on the page. */
export function leave({ store }: ReviewStoreContext): void {
  store.setState({ open: null });
}

/** Creates a session of a new reader; undefined where it could not be kept, which is told. */
export async function createSession(context: ReviewStoreContext, study: Study, about: Omit<Reader, 'id'>): Promise<SessionLog | undefined> {
  const { deps } = context;
  const reader: Reader = { id: deps.drawReaderId(), ...about };
  const id = toSessionId(study, reader);
  try {
    await deps.database.createSession({ id, study, reader, exportedCount: 0 }, []);
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
    return undefined;
  }
  deps.siblings.tell(id);
  void askToPersist(context);
  return setLog(context, { id, study, reader, entries: [], savedCount: 0 });
}

/**
 * A session's log as the page or the database has it, with what is not durable yet: for going on, and for exporting.
 * Undefined where there is no such session or its log does not hold together, which is told.
 */
export async function readLog(context: ReviewStoreContext, sessionId: string): Promise<SessionLog | undefined> {
  const { database } = context.deps;
  const here = context.store.getState().logs[sessionId];
  if (here && here.savedCount < here.entries.length) return here;
  try {
    const session = (await database.listSessions()).find(({ id }) => id === sessionId);
    if (!session) {
      // What the browser lost and this page still holds is written again with the next answer.
      if (!here) notify(context, { kind: 'noSuchReview' });
      return here;
    }
    return takeLog(context, session, await database.readEntries(sessionId));
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
    return undefined;
  }
}

function takeLog(context: ReviewStoreContext, { id, study, reader }: Session, entries: SessionLog['entries']): SessionLog | undefined {
  const broken = findBrokenLink(toHead({ study, reader }, []), entries);
  if (broken !== undefined) {
    notify(context, { kind: 'damaged', title: study.title, entry: broken + 1 });
    return undefined;
  }
  // The reader may have answered while the database was read: the page is never behind it.
  const now = context.store.getState().logs[id];
  return now && now.entries.length >= entries.length ? now : setLog(context, { id, study, reader, entries, savedCount: entries.length });
}

/** Puts a session before the reader: at the item that was left, or the next where that is complete. */
export function openLog(context: ReviewStoreContext, log: SessionLog): void {
  context.shownAtMs = context.deps.watchMs();
  // What was listed of another session says nothing of this one.
  context.store.setState(({ view }) => ({ open: toOpenReview(log), view: { ...INITIAL_VIEW, areKeysOn: view.areKeysOn } }));
}

function toOpenReview(log: SessionLog): OpenReview {
  const { study, reader, folded } = log;
  if (study.kind === 'reading') {
    const order = createCaseOrder(study, reader.id);
    return { ...log, kind: 'reading', study, order, place: null };
  }
  const order = createOrder(study, reader.id);
  const last = order.find((item) => item.id === folded.lastItem);
  const isLastOpen = last && !isComplete(study, stateOf(folded, last.id)) && !stateOf(folded, last.id).isSkipped;
  const item = isLastOpen ? last : (findNext(study, order, folded, folded.lastItem) ?? null);
  return { ...log, kind: 'prototypes', study, order, item };
}

/** Asks the browser not to clear reviews by itself, once there is something to lose. Nothing waits for a reader who is asked. */
async function askToPersist({ store, deps }: ReviewStoreContext): Promise<void> {
  if (store.getState().isPersistent !== true && deps.forgetful === null) store.setState({ isPersistent: await deps.askToPersist() });
}
