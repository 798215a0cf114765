import type { RecordingSource } from '../ecg/recordingSource';
import type { StoreContext } from './context';
import type { WorklistState } from './worklistState';

/**
 * Closes each long recording when it leaves the session for good: when it was closed and that can no longer be undone.
 * @returns closes all that are left, and stops.
 */
export function closeForgottenSources({ store }: StoreContext): () => void {
  let held: ReadonlySet<RecordingSource> = new Set();
  const hold = (now: ReadonlySet<RecordingSource>): void => {
    for (const source of held) if (!now.has(source)) source.close?.();
    held = now;
  };
  const stop = store.subscribe(({ worklist }, before) => {
    if (worklist !== before.worklist) hold(findSources(worklist));
  });
  return () => {
    stop();
    hold(new Set());
  };
}

function findSources({ entries, closed }: WorklistState): ReadonlySet<RecordingSource> {
  const all = [...entries, ...(closed?.entries ?? [])];
  return new Set(all.flatMap(({ recording }) => (recording.status === 'ready' && recording.whole ? [recording.whole.source] : [])));
}
