import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { Problem } from '../../ecg/problem';
import type { LogEntry } from '../../review/logEntry';
import { toFirstHash } from '../../review/log';
import type { Connection } from './connection';
import { ContinuedElsewhere, type NewSession, type ReviewDatabase, type Session, SessionGone } from './database';
import type { ReviewSchema, StoredSession } from './migrations';

type Names = StoreNames<ReviewSchema>;
type Transaction = IDBPTransaction<ReviewSchema, Names[], 'readwrite'>;

/**
 * Reviews in the browser's database. A change is one transaction of strict durability: the browser says that it is done
 * only when it has told the operating system to write it to the disk, and all of it is there or nothing.
 */
export function createIndexedDb({ open, onOutdated }: Connection): ReviewDatabase {
  const change = async (names: Names[], write: (transaction: Transaction) => Promise<void>): Promise<void> => {
    const transaction = openTransaction(await open(), names);
    try {
      await Promise.all([transaction.done, write(transaction)]);
    } catch (thrown) {
      // Whatever fails in between must not be half done.
      abort(transaction);
      throw toProblem(transaction.error ?? thrown);
    }
  };
  return {
    listSessions: async () => {
      const transaction = (await open()).transaction(['sessions', 'studies', 'entries']);
      const sessions = await transaction.objectStore('sessions').getAll();
      return Promise.all(
        sessions.map(async ({ studySha256, ...about }): Promise<Session> => {
          const study = await transaction.objectStore('studies').get(studySha256);
          const first = await transaction.objectStore('entries').get([about.id, about.exportedCount]);
          return { ...about, study: study!, unexportedSince: first?.time ?? null };
        }),
      );
    },
    listStudies: async () => (await open()).getAll('studies'),
    keepStudy: (study) => change(['studies'], async (transaction) => void (await transaction.objectStore('studies').put(study))),
    readEntries: async (id) => (await open()).getAll('entries', IDBKeyRange.bound([id, 0], [id, Infinity])),
    createSession: ({ id, study, reader, exportedCount }: NewSession, entries) =>
      change(['studies', 'sessions', 'entries'], async (transaction) => {
        if (await transaction.objectStore('sessions').get(id)) throw new ContinuedElsewhere();
        const head = toFirstHash(study.contentSha256, reader);
        const session = { id, studySha256: study.contentSha256, reader, entryCount: 0, head, exportedCount, isLocked: false };
        await Promise.all([transaction.objectStore('studies').put(study), addEntries(transaction, session, entries)]);
      }),
    append: (id, before, entries) =>
      change(['sessions', 'entries'], async (transaction) => {
        const session = await transaction.objectStore('sessions').get(id);
        if (!session) throw new SessionGone();
        if (session.head !== before) throw new ContinuedElsewhere();
        await addEntries(transaction, session, entries);
      }),
    noteExport: (id, entryCount) =>
      change(['sessions'], async (transaction) => {
        const session = await transaction.objectStore('sessions').get(id);
        if (!session) throw new SessionGone();
        const exportedCount = Math.max(session.exportedCount, entryCount);
        await transaction.objectStore('sessions').put({ ...session, exportedCount });
      }),
    onOutdated,
  };
}

function openTransaction(database: IDBPDatabase<ReviewSchema>, names: Names[]): Transaction {
  return database.transaction(names, 'readwrite', { durability: 'strict' });
}

async function addEntries(transaction: Transaction, session: StoredSession, entries: readonly LogEntry[]): Promise<void> {
  const newest = entries.at(-1);
  const after: StoredSession = {
    ...session,
    entryCount: session.entryCount + entries.length,
    head: newest?.hash ?? session.head,
    isLocked: newest ? newest.event.kind === 'locked' : session.isLocked,
  };
  await Promise.all([
    transaction.objectStore('sessions').put(after),
    // `add` and never `put`: what is in a log is never written over. `async`, for a call may throw where it should reject.
    ...entries.map(async (entry) => transaction.objectStore('entries').add(entry, [session.id, entry.seq])),
  ]);
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function toProblem(thrown: unknown): unknown {
  if (!(thrown instanceof DOMException || thrown instanceof Error) || thrown.name !== 'QuotaExceededError') return thrown;
  return new Problem(
    'The browser has no room left on this computer. What you answered last is on this page alone: export the answers, free room on the disk, and try again.',
  );
}
