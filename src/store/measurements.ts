import { toSentence } from '../ecg/problem';
import { measureEcg } from '../signal/measure/measureEcg';
import type { StoreContext } from './context';
import { toUsedEcg } from './selectors';
import type { ReadyRecording } from './state';

/**
 * Measures the part of a recording that is drawn, when the browser has nothing better to do: the ECG comes first. A
 * recording that is no longer the newest by then is not measured.
 */
export async function measureRecording({ store, deps, begin }: StoreContext, { ecg }: ReadyRecording): Promise<void> {
  const isLatest = begin.measurements();
  store.setState({ measurements: { status: 'measuring' } });
  await deps.untilIdle();
  if (!isLatest()) return;
  try {
    store.setState({ measurements: { status: 'ready', measured: measureEcg(toUsedEcg(ecg)) } });
  } catch (thrown) {
    store.setState({ measurements: { status: 'failed', sentence: toSentence(thrown) } });
  }
}
