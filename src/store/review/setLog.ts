import { foldLog } from '../../review/foldLog';
import type { ReviewStoreContext } from './context';
import { toSession } from './toSession';
import type { SessionLog } from './state';

/** Puts a session's log on the page, everywhere where it is shown: nothing else writes it there. */
export function setLog({ store }: Pick<ReviewStoreContext, 'store'>, about: Omit<SessionLog, 'folded'>): SessionLog {
  const { id, study, reader, entries, savedCount } = about;
  const before = store.getState().logs[id];
  const folded = before?.entries === entries ? before.folded : foldLog(entries);
  const log: SessionLog = { id, study, reader, entries, savedCount, folded };
  store.setState(({ logs, open, shelf }) => ({
    logs: { ...logs, [id]: log },
    open: open?.id === id ? { ...open, entries, savedCount, folded } : open,
    shelf:
      shelf.status !== 'ready'
        ? shelf
        : {
            ...shelf,
            sessions: shelf.sessions.map((session) => (session.id === id ? toSession(session, entries.slice(0, savedCount)) : session)),
          },
  }));
  return log;
}
