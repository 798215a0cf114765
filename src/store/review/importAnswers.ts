import { toSentence } from '../../ecg/problem';
import { compareLogs } from '../../review/compareLogs';
import type { ReaderFile } from '../../review/readerFile';
import type { ReviewStoreContext } from './context';
import { ContinuedElsewhere, toSessionId } from './database';
import { notify } from './notify';
import { takeIn } from './reconcile';
import { save } from './saving';
import { openShelf } from './shelf';
import type { ReviewNotice } from './state';
import { toHead } from './toHead';

/**
 * Takes an answers file, whose chain was verified, so that its reader can go on here: as a new session, or as more of the
 * one that is here. What is here is never overwritten.
 *
 * @returns the session's id; null where the file was not taken. What became of it is told.
 */
export async function importAnswers(context: ReviewStoreContext, file: ReaderFile): Promise<string | null> {
  const id = toSessionId(file.study, file.reader);
  try {
    // What is here and on its way is durable first, or else it would be missed.
    await save(context, id);
    const notice = await take(context, id, file);
    notify(context, notice);
    if (notice.kind === 'forked') return null;
    await context.deps.database.noteExport(id, file.entries.length);
    context.deps.siblings.tell(id);
    await takeIn(context, id);
    await openShelf(context);
    return id;
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
    return null;
  }
}

async function take(context: ReviewStoreContext, id: string, file: ReaderFile): Promise<ReviewNotice> {
  const { database } = context.deps;
  const { study, reader, entries } = file;
  const { title } = study;
  try {
    const isHere = (await database.listSessions()).some((session) => session.id === id);
    if (!isHere) {
      await database.createSession({ id, study, reader, exportedCount: 0 }, entries);
      return { kind: 'imported', title, count: entries.length, isNew: true };
    }
    const here = await database.readEntries(id);
    const { outcome, common } = compareLogs(here, entries);
    if (outcome === 'forked') return { kind: 'forked', title, common, here: here.length - common, inFile: entries.length - common };
    if (outcome !== 'continued') return { kind: 'nothingNew', title, ahead: here.length - common };
    await database.append(id, toHead(file, here), entries.slice(common));
    return { kind: 'imported', title, count: entries.length - common, isNew: false };
  } catch (thrown) {
    // Another tab added something between the look and the deed: look again.
    if (thrown instanceof ContinuedElsewhere) return take(context, id, file);
    throw thrown;
  }
}
