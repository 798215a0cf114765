import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import type { FetchedEcgState } from './offeredEcgState';

/** Fetches the source record of a prototype unless it is here or on its way. A failed one is tried again. */
export async function openPrototypeRecord({ store, deps }: StoreContext, recordId: string): Promise<void> {
  const { pack, prototypeRecords } = store.getState();
  if (pack.status !== 'ready') return;
  const known = prototypeRecords[recordId];
  if (known && known.status !== 'failed') return;
  const { sha256 } = pack.pack;
  const put = (record: FetchedEcgState): void => {
    const now = store.getState();
    // The ids of another pack's records may be the same while the records are not.
    if (now.pack.status !== 'ready' || now.pack.pack.sha256 !== sha256) return;
    store.setState({ prototypeRecords: { ...now.prototypeRecords, [recordId]: record } });
  };
  put({ status: 'loading' });
  try {
    put({ status: 'ready', ecg: await deps.readPrototypeRecord(pack.pack, recordId) });
  } catch (thrown) {
    put({ status: 'failed', sentence: toSentence(thrown) });
  }
}
