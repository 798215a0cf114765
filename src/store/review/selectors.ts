import type { Session } from './database';
import type { ReviewState, SessionLog } from './state';

/** Whether anything on the page would be lost with it. */
export function hasUnsaved({ logs }: ReviewState): boolean {
  return Object.values(logs).some(({ entries, savedCount }) => savedCount < entries.length);
}

/** How many entries of the open session are not durable yet. */
export function countUnsaved({ open }: ReviewState): number {
  return open ? open.entries.length - open.savedCount : 0;
}

/** How many entries of a session no exported file has. */
export function unexportedCount({ entryCount, exportedCount }: Session): number {
  return Math.max(0, entryCount - exportedCount);
}

/** So many entries, or so long, may be on one computer alone before the page reminds. */
const REMIND_AFTER_ENTRIES = 50;
const REMIND_AFTER_MS = 24 * 60 * 60 * 1000;

/** Whether it is time to remind the reader of exporting: much is on this computer alone, or something is for a day. */
export function isReminderDue(session: Session, now: Date): boolean {
  if (unexportedCount(session) >= REMIND_AFTER_ENTRIES) return true;
  return session.unexportedSince !== null && now.getTime() - Date.parse(session.unexportedSince) >= REMIND_AFTER_MS;
}

/** The reader's own review of a pack; undefined where there is none or it was not looked for. */
export function findOwnLog({ own, logs }: ReviewState, packSha256: string): SessionLog | undefined {
  const id = own[packSha256];
  return id ? logs[id] : undefined;
}
