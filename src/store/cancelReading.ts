import type { StoreContext } from './context';
import { notify } from './notices';
import type { Notice } from './noticeState';
import { findShownRecording } from './selectors';
import { findEntry } from './worklist';

/** Ends the reading of a recording at once and takes it off the list; what was open before stays open. */
export function cancelReading({ store, cancellations }: StoreContext, id: number): void {
  const entry = findEntry(store.getState(), id);
  if (entry?.recording.status !== 'reading') return;
  cancellations.get(id)?.abort();
  store.setState(({ worklist }) => ({
    worklist: { ...worklist, entries: worklist.entries.filter((other) => other.id !== id) },
  }));
  forgetCancelling({ store });
  notify({ store }, { kind: 'cancelled', names: entry.names, isBeforeOpen: findShownRecording(store.getState()) !== null });
}

/** Takes back what was said of a cancelled reading, once the reader opens something else. */
export function forgetCancelling({ store }: Pick<StoreContext, 'store'>): void {
  const isCancelling = ({ content }: Notice): boolean => content.kind === 'cancelled';
  if (store.getState().notices.some(isCancelling)) {
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => !isCancelling(notice)) }));
  }
}
