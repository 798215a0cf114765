import { Button } from 'react-aria-components';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Closes every recording, where there are several. */
export function CloseAll() {
  const count = useAppState(({ worklist }) => worklist.entries.length);
  const { closeAll } = useActions();
  if (count < 2) return null;
  return (
    <Button className="button" onPress={closeAll}>
      {text.worklist.closeAll(count)}
    </Button>
  );
}
