import type { StoreContext } from './context';
import { notify } from './notices';
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
  notify({ store }, { kind: 'cancelled', names: entry.names, isBeforeOpen: findShownRecording(store.getState()) !== null });
}
