import { ChevronDown, ChevronUp } from 'lucide-react';
import { worklistPlace } from '../../store/worklistSelectors';
import { useActions, useAppState } from '../AppStoreContext';
import { IconButton } from '../IconButton';
import { SHORTCUTS } from '../header/shortcuts';
import { text } from '../text';

/** Where the reader is in the worklist, between the buttons to the recording before and the one after. */
export function WorklistSteps() {
  const { position, count, previousId, nextId } = useAppState(worklistPlace);
  const { openEntry } = useActions();
  const open = (id: number | null) => () => {
    if (id !== null) void openEntry(id);
  };
  const { previousRecording, nextRecording } = SHORTCUTS;
  return (
    <div className="worklist-steps">
      <IconButton
        label={text.worklist.withKeys(text.worklist.previous, previousRecording.shown)}
        keys={previousRecording.aria}
        isDisabled={previousId === null}
        onPress={open(previousId)}
      >
        <ChevronUp aria-hidden="true" size={18} />
      </IconButton>
      <span className="worklist-place">{text.worklist.place(position, count)}</span>
      <IconButton
        label={text.worklist.withKeys(text.worklist.next, nextRecording.shown)}
        keys={nextRecording.aria}
        isDisabled={nextId === null}
        onPress={open(nextId)}
      >
        <ChevronDown aria-hidden="true" size={18} />
      </IconButton>
    </div>
  );
}
