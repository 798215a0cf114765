/** A key that does the same wherever on the page the reader is. */
export interface Shortcut {
  readonly key: string;
  readonly altKey: boolean;
  /** As a keyboard is labelled. */
  readonly shown: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly aria: string;
}

/** The page's own keys. Each is held with Alt, so that no single letter acts by accident (WCAG 2.1.4). */
export const SHORTCUTS = {
  previousRecording: { key: 'ArrowUp', altKey: true, shown: 'Alt + ↑', aria: 'Alt+ArrowUp' },
  nextRecording: { key: 'ArrowDown', altKey: true, shown: 'Alt + ↓', aria: 'Alt+ArrowDown' },
} as const satisfies Readonly<Record<string, Shortcut>>;
