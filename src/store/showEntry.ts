import { computeEntry } from './computeEntry';
import type { StoreContext } from './context';
import { selectFirstStatement } from './inference';
import { compareWithLedger, forgetComparison, restoreView } from './openLedger';
import { findEntry, withOpenKept } from './worklist';

/**
 * Puts a recording that was read on the page, with all that was made of it before, and notes what was made of the one
 * that was there. Settles when what was missing is computed.
 */
export async function showEntry(context: StoreContext, id: number): Promise<void> {
  const { store } = context;
  const state = store.getState();
  const entry = findEntry(state, id);
  if (entry?.recording.status !== 'ready') return;
  if (state.worklist.openId === id) {
    store.setState({ recording: entry.recording });
    return;
  }
  store.setState({
    worklist: { ...withOpenKept(state), openId: id },
    recording: entry.recording,
    ...entry.results,
    // Else the trace would change under the reader's eyes when the prediction comes.
    display: { ...state.display, signal: 'recorded' },
  });
  const { inference, selection } = entry.results;
  forgetComparison(context);
  const isFirst = selection.status === 'none';
  if (isFirst) restoreView(context);
  const isChosen = selection.status === 'statement' && selection.prototype !== null;
  if (inference.status === 'ready' && !isChosen) selectFirstStatement(context);
  await Promise.all([
    computeEntry(context, id, entry.results),
    ...(isFirst && inference.status === 'ready' ? [compareWithLedger(context)] : []),
  ]);
}
