import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import type { PrototypeMeasurementsState } from './resultsState';
import type { AppState } from './state';

/** Names a source record among those of all packs, whose ids may be the same. */
export function prototypeMeasurementsKey(packSha256: string, recordId: string): string {
  return `${packSha256}/${recordId}`;
}

/** What was measured in a source record of the open pack; undefined where nobody asked yet. */
export function findPrototypeMeasurements(state: AppState, recordId: string): PrototypeMeasurementsState | undefined {
  const { pack, prototypeMeasurements } = state;
  return pack.status === 'ready' ? prototypeMeasurements[prototypeMeasurementsKey(pack.pack.sha256, recordId)] : undefined;
}

/**
 * Measures the source record of a prototype, once a session; it is fetched where it is not here. A failed one is tried
 * again.
 */
export async function measurePrototypeRecord(context: StoreContext, recordId: string): Promise<void> {
  const { store, deps } = context;
  const { pack, prototypeRecords } = store.getState();
  if (pack.status !== 'ready') return;
  const known = findPrototypeMeasurements(store.getState(), recordId);
  if (known && known.status !== 'failed') return;
  const key = prototypeMeasurementsKey(pack.pack.sha256, recordId);
  const put = (measurements: PrototypeMeasurementsState): void =>
    store.setState((state) => ({ prototypeMeasurements: { ...state.prototypeMeasurements, [key]: measurements } }));
  put({ status: 'measuring' });
  try {
    const record = prototypeRecords[recordId];
    const ecg = record?.status === 'ready' ? record.ecg : await deps.readPrototypeRecord(pack.pack, recordId);
    put({ status: 'ready', measured: await deps.measureEcg(ecg) });
  } catch (thrown) {
    put({ status: 'failed', sentence: toSentence(thrown) });
  }
}
