import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import type { MeasurementsState } from './resultsState';
import { findEntry, putResults, resultsOf } from './worklist';

/**
 * Measures a recording when the browser has nothing better to do: the ECG comes first. One that was closed by then is not
 * measured, and a result counts only while its measuring stands: another stretch of the recording ends it.
 */
export async function measureRecording(context: StoreContext, id: number): Promise<void> {
  const { store, deps } = context;
  const measuring: MeasurementsState = { status: 'measuring' };
  const stands = (): boolean => {
    const entry = findEntry(store.getState(), id);
    return entry !== undefined && resultsOf(store.getState(), entry).measurements === measuring;
  };
  putResults(context, id, { measurements: measuring });
  await deps.untilIdle();
  const recording = findEntry(store.getState(), id)?.recording;
  if (recording?.status !== 'ready' || !stands()) return;
  try {
    const measured = await deps.measureEcg(recording.ecg);
    if (stands()) putResults(context, id, { measurements: { status: 'ready', measured } });
  } catch (thrown) {
    if (stands()) putResults(context, id, { measurements: { status: 'failed', sentence: toSentence(thrown) } });
  }
}
