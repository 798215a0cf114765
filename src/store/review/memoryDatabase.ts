import type { LogEntry } from '../../review/logEntry';
import type { Study } from '../../review/study';
import { ContinuedElsewhere, type NewSession, type ReviewDatabase, SessionGone } from './database';
import { toSession } from './toSession';

/** A database that forgets everything with the page: for browsers that keep nothing, and for tests. */
export function createMemoryDatabase(): ReviewDatabase {
  const studies = new Map<string, Study>();
  const sessions = new Map<string, { readonly about: NewSession; readonly entries: readonly LogEntry[] }>();
  const list = () => [...sessions.values()].map(({ about, entries }) => toSession(about, entries));
  // Functions that are `async` throw by rejecting, as a real database does.
  return {
    listSessions: async () => list(),
    listStudies: async () => [...studies.values()],
    keepStudy: async (study) => void studies.set(study.contentSha256, study),
    readEntries: async (id) => sessions.get(id)?.entries ?? [],
    createSession: async (about, entries) => {
      if (sessions.has(about.id)) throw new ContinuedElsewhere();
      studies.set(about.study.contentSha256, about.study);
      sessions.set(about.id, { about, entries });
    },
    append: async (id, before, added) => {
      const session = sessions.get(id);
      if (!session) throw new SessionGone();
      if (toSession(session.about, session.entries).head !== before) throw new ContinuedElsewhere();
      sessions.set(id, { ...session, entries: [...session.entries, ...added] });
    },
    noteExport: async (id, entryCount) => {
      const session = sessions.get(id);
      if (!session) throw new SessionGone();
      const exportedCount = Math.max(session.about.exportedCount, entryCount);
      sessions.set(id, { ...session, about: { ...session.about, exportedCount } });
    },
    onOutdated: () => undefined,
  };
}
