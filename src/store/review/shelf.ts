import { toSentence } from '../../ecg/problem';
import type { Study } from '../../review/study';
import type { ReviewStoreContext } from './context';
import { notify } from './notify';

/** Reads what of reviews is on this computer. */
export async function openShelf({ store, deps }: ReviewStoreContext): Promise<void> {
  try {
    const [sessions, studies] = await Promise.all([deps.database.listSessions(), deps.database.listStudies()]);
    store.setState({ shelf: { status: 'ready', sessions, studies } });
  } catch (thrown) {
    store.setState({ shelf: { status: 'failed', sentence: toSentence(thrown) } });
  }
}

/** Keeps a study file on this computer. */
export async function keepStudy(context: ReviewStoreContext, study: Study): Promise<void> {
  try {
    await context.deps.database.keepStudy(study);
    await openShelf(context);
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
  }
}

/** Remembers that a file with so many entries of a session was saved. */
export async function noteExport(context: ReviewStoreContext, sessionId: string, entryCount: number): Promise<void> {
  try {
    await context.deps.database.noteExport(sessionId, entryCount);
    context.deps.siblings.tell(sessionId);
    await openShelf(context);
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
  }
}
