import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import { toUsedEcg } from './selectors';
import type { ReadyRecording } from './state';

/**
 * Measures the part of a recording that is drawn, when the browser has nothing better to do: the ECG comes first. What
 * was measured counts only while no newer recording is measured.
 */
export async function measureRecording({ store, deps, begin }: StoreContext, { ecg }: ReadyRecording): Promise<void> {
  const isLatest = begin.measurements();
  store.setState({ measurements: { status: 'measuring' } });
  await deps.untilIdle();
  if (!isLatest()) return;
  try {
    const measured = await deps.measureEcg(toUsedEcg(ecg));
    if (isLatest()) store.setState({ measurements: { status: 'ready', measured } });
  } catch (thrown) {
    if (isLatest()) store.setState({ measurements: { status: 'failed', sentence: toSentence(thrown) } });
  }
}
