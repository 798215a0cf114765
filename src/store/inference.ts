import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import { selectStatement } from './selection';
import { findShownRecording, statementRows } from './selectors';

/**
 * Runs the network on the open recording once both a recording and a pack are there, and chooses what to show first.
 * An answer counts only while no newer run was begun.
 */
export async function runInference(context: StoreContext): Promise<void> {
  const { store, deps, begin } = context;
  const isLatest = begin.inference();
  const { pack } = store.getState();
  const recording = findShownRecording(store.getState());
  if (pack.status !== 'ready' || !recording) {
    store.setState({ inference: { status: 'empty' } });
    return;
  }
  store.setState({ inference: { status: 'running' } });
  try {
    const input = deps.toModelInput(recording.ecg, pack.pack.manifest.input);
    const { predictions, milliseconds } = await deps.client.predict([input]);
    if (!isLatest()) return;
    store.setState({ inference: { status: 'ready', prediction: predictions[0]!, milliseconds, input } });
    selectFirstStatement(context);
  } catch (thrown) {
    if (isLatest()) store.setState({ inference: { status: 'failed', sentence: toSentence(thrown) } });
  }
}

/** Keeps the statement under study if the model has it; else takes the most probable one. */
function selectFirstStatement(context: StoreContext): void {
  const state = context.store.getState();
  const rows = statementRows(state);
  const wanted = state.selection.status === 'statement' ? state.selection.code : null;
  const row = rows.find(({ code }) => code === wanted) ?? rows[0];
  if (row) selectStatement(context, row.code);
}
