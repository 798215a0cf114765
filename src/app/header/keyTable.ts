import { SHORTCUTS } from './shortcuts';
import { text } from '../text';

/** Every key that is worth knowing: the page's own, then those of its lists and tables. */
export const KEY_TABLE: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: SHORTCUTS.nextRecording.shown, does: text.worklist.next },
  { keys: SHORTCUTS.previousRecording.shown, does: text.worklist.previous },
  ...text.about.listKeys,
];
