import { worklistPlace, worklistRows } from '../../store/worklistSelectors';
import { useActions, useAppState } from '../AppStoreContext';
import { SHORTCUTS } from '../header/shortcuts';
import { text } from '../text';
import { useShortcut } from '../header/useShortcut';

/** Steps through the worklist by keys, and tells a screen reader where that leads. */
export function WorklistKeys() {
  const { id, position, count, previousId, nextId } = useAppState(worklistPlace);
  const name = useAppState((state) => worklistRows(state).find((row) => row.id === id)?.name);
  const { openEntry } = useActions();
  useShortcut(SHORTCUTS.previousRecording, () => previousId !== null && void openEntry(previousId));
  useShortcut(SHORTCUTS.nextRecording, () => nextId !== null && void openEntry(nextId));
  return (
    <p className="visually-hidden" role="status">
      {count > 1 && name !== undefined && text.worklist.opened(position, count, name)}
    </p>
  );
}
