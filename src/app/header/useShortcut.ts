import { useEffect, useEffectEvent } from 'react';
import type { Shortcut } from './shortcuts';

/** Where keys belong to what is typed or chosen, and where a dialog has the reader's attention. */
const ELSEWHERE = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"]';

/** Does something on a key, wherever on the page the focus is, but neither while the reader types nor in a dialog. */
export function useShortcut({ key, altKey }: Shortcut, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== key || event.altKey !== altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return;
      event.preventDefault();
      event.stopPropagation();
      press();
    };
    // Before any list moves its own focus by the same arrow.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [key, altKey]);
}
