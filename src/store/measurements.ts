import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import { toUsedEcg } from './selectors';
import { findEntry, putResults } from './worklist';

/**
 * Measures the part of a recording that is drawn, when the browser has nothing better to do: the ECG comes first. One
 * that was closed by then is not measured.
 */
export async function measureRecording(context: StoreContext, id: number): Promise<void> {
  const { store, deps } = context;
  putResults(context, id, { measurements: { status: 'measuring' } });
  await deps.untilIdle();
  const entry = findEntry(store.getState(), id);
  if (entry?.recording.status !== 'ready') return;
  try {
    const measured = await deps.measureEcg(toUsedEcg(entry.recording.ecg));
    putResults(context, id, { measurements: { status: 'ready', measured } });
  } catch (thrown) {
    putResults(context, id, { measurements: { status: 'failed', sentence: toSentence(thrown) } });
  }
}
