import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import { compareWithLedger, isRestored } from './openLedger';
import type { InferenceState } from './resultsState';
import { selectStatement } from './selection';
import { statementRows } from './selectors';
import { findEntry, putResults, resultsOf } from './worklist';

/**
 * Runs the network on a recording that was read, once a pack is there, and, where the recording is open, chooses what
 * to show first. An answer counts only while the run that asked for it stands: another pack, a newer run or the
 * recording's removal ends it.
 */
export async function runInference(context: StoreContext, id: number): Promise<void> {
  const { store, deps } = context;
  const { pack } = store.getState();
  const recording = findEntry(store.getState(), id)?.recording;
  if (pack.status !== 'ready' || recording?.status !== 'ready') return;
  const running: InferenceState = { status: 'running' };
  const stands = (): boolean => {
    const entry = findEntry(store.getState(), id);
    return entry !== undefined && resultsOf(store.getState(), entry).inference === running;
  };
  putResults(context, id, { inference: running });
  try {
    const input = deps.toModelInput(recording.ecg, pack.pack.manifest.input);
    const { predictions, milliseconds } = await deps.client.predict([input]);
    if (!stands()) return;
    putResults(context, id, { inference: { status: 'ready', prediction: predictions[0]!, milliseconds, input } });
    if (store.getState().worklist.openId !== id) return;
    selectFirstStatement(context);
    await compareWithLedger(context);
  } catch (thrown) {
    if (stands()) putResults(context, id, { inference: { status: 'failed', sentence: toSentence(thrown) } });
  }
}

/** Keeps the statement under study of the open recording if the model has it; else takes the most probable one. */
export function selectFirstStatement(context: StoreContext): void {
  const state = context.store.getState();
  const rows = statementRows(state);
  const wanted = state.selection.status === 'statement' ? state.selection.code : null;
  const row = rows.find(({ code }) => code === wanted) ?? rows[0];
  if (row && !isRestored(state)) selectStatement(context, row.code);
}
