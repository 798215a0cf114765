import { useAppState } from '../AppStoreContext';
import { CloseAll } from './CloseAll';
import { LazyWorklist } from './LazyWorklist';
import { text } from '../text';

/** Several files of which none can be read, each with its reason. Nothing where there are none or one may still be read. */
export function RefusedRecordings() {
  const isAllRefused = useAppState(
    ({ worklist }) => worklist.entries.length > 0 && worklist.entries.every(({ recording }) => recording.status === 'refused'),
  );
  if (!isAllRefused) return null;
  return (
    <div className="panel refused-recordings">
      <p role="alert">{text.start.noneRead}.</p>
      <LazyWorklist />
      <CloseAll />
    </div>
  );
}
