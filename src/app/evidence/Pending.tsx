import { useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Where the evidence will stand, while it is on its way. */
export function Pending() {
  const isLoading = useAppState(({ pack, packList }) => pack.status === 'loading' || packList.status === 'reading');
  const isRunning = useAppState(({ inference }) => inference.status === 'running');
  if (!isLoading && !isRunning) return null;
  return <p className="pending">{isRunning ? text.progress.computing : text.progress.waitingForModel}</p>;
}
