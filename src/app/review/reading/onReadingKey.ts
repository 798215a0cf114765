import type { KeyboardEvent } from 'react';
import { type Score, SCORES } from '../../../review/answer';

/** Where keys belong to what is typed, searched or chosen, and where something else has the reader's attention. */
const TYPING = 'input, textarea, select, [role="listbox"], [role="grid"], [role="dialog"]';
/** What Enter presses itself. */
const PRESSED = 'button, a, summary, [role="button"], [role="tab"], [role="row"], [role="option"]';

/** The keys of a reading: 1 to 5 say how sure the reader is, Enter hands in. For an element around all that is read. */
export function onReadingKey(
  event: KeyboardEvent<HTMLElement>,
  act: { readonly setConfidence: (score: Score) => void; readonly handIn: () => void },
): void {
  const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || ctrlKey || metaKey || altKey) return;
  // What lies above the page, such as a menu, is in it for React alone.
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(TYPING)) return;
  const score = SCORES.find((one) => String(one) === key);
  if (score !== undefined) act.setConfidence(score);
  // On a grade it would take the grade back.
  else if (key === 'Enter' && !target.closest(PRESSED)) act.handIn();
  else return;
  event.preventDefault();
}
