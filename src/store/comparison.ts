import { computeEntry } from './computeEntry';
import type { StoreContext } from './context';
import { resetWhatIf } from './whatIf';
import { findEntry } from './worklist';

/**
 * Lays another recording of the session beside the open one. A what-if ends: two ECGs are compared as the network really
 * read them. Settles when what was missing of the other is computed.
 */
export async function compareWith(context: StoreContext, id: number): Promise<void> {
  const { store } = context;
  const { worklist } = store.getState();
  const entry = findEntry(store.getState(), id);
  if (entry?.recording.status !== 'ready' || id === worklist.openId) return;
  resetWhatIf(context);
  store.setState({ comparison: id });
  await computeEntry(context, id, entry.results);
}

/** The open recording is alone again. */
export function endComparison({ store }: StoreContext): void {
  store.setState({ comparison: null });
}

/** A comparison ends when the other recording is closed or opened itself. Returns a function that stops this. */
export function endComparisonWithRecording(context: StoreContext): () => void {
  return context.store.subscribe(({ worklist, comparison }, before) => {
    if (comparison === null || worklist === before.worklist) return;
    if (comparison === worklist.openId || !findEntry({ worklist }, comparison)) endComparison(context);
  });
}
