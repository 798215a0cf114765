import type { LogEntry } from '../../review/logEntry';
import type { Study } from '../../review/study';
import { ContinuedElsewhere, type ReviewDatabase, type Session } from './database';

/** A database that forgets everything with the page: for browsers that keep nothing, and for tests. */
export function createMemoryDatabase(): ReviewDatabase {
  const studies = new Map<string, Study>();
  const sessions = new Map<string, Session>();
  const logs = new Map<string, readonly LogEntry[]>();
  const change = (id: string, to: Partial<Session>): void => void sessions.set(id, { ...sessions.get(id)!, ...to });
  return {
    listSessions: () => Promise.resolve([...sessions.values()]),
    listStudies: () => Promise.resolve([...studies.values()]),
    keepStudy: (study) => Promise.resolve(void studies.set(study.contentSha256, study)),
    readEntries: (id) => Promise.resolve(logs.get(id) ?? []),
    createSession: (session, entries) => {
      if (sessions.has(session.id)) return Promise.reject(new Error(`There is a session ${session.id} already.`));
      sessions.set(session.id, session);
      logs.set(session.id, entries);
      return Promise.resolve();
    },
    append: (id, before, entries) => {
      if (sessions.get(id)?.head !== before) return Promise.reject(new ContinuedElsewhere());
      const log = [...logs.get(id)!, ...entries];
      logs.set(id, log);
      const newest = log.at(-1)!;
      change(id, { entryCount: log.length, head: newest.hash, isLocked: newest.event.kind === 'locked' });
      return Promise.resolve();
    },
    noteExport: (id, exportedCount) => Promise.resolve(change(id, { exportedCount })),
  };
}
