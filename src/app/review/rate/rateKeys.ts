import type { KeyboardEvent } from 'react';

/** What a key asks for on the rating screen. */
export type RateCommand =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'enter' | 'best' | 'bad' | 'comment' | 'next' | 'previous' | 'skip' | 'undo' | 'help' };

const LETTERS: Readonly<Record<string, Exclude<RateCommand['kind'], 'digit' | 'move' | 'enter'>>> = {
  b: 'best',
  x: 'bad',
  c: 'comment',
  n: 'next',
  p: 'previous',
  s: 'skip',
  u: 'undo',
  '?': 'help',
};

/** What a key asks for; undefined: nothing, and the key stays the browser's. A key that is held down asks once. */
export function findRateCommand(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>,
): RateCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  const { key } = event;
  if (/^[0-6]$/.test(key)) return { kind: 'digit', digit: Number(key) };
  if (key === 'ArrowUp' || key === 'ArrowDown') return { kind: 'move', by: key === 'ArrowUp' ? -1 : 1 };
  if (key === 'Enter') return { kind: 'enter' };
  const kind = LETTERS[key.toLowerCase()];
  return kind && { kind };
}

/** Where keys are typed, or belong to a control that chooses by them. */
const TYPED = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable="true"], [role="combobox"]';
/** Where the arrows are a control's own. */
const OWN_ARROWS = '[role="listbox"], [role="menu"], [role="slider"], .paper-scroll';
/** What Enter presses. */
const PRESSED = 'button, a, summary, [role="option"]';

/** Whether a key that was pressed on `target` may ask for this. */
export function isFree({ kind }: RateCommand, target: Element): boolean {
  if (target.closest(TYPED)) return false;
  if (kind === 'move') return target.closest(OWN_ARROWS) === null;
  return kind !== 'enter' || target.closest(PRESSED) === null;
}
