import { lastStartSeconds } from '../signal/readWindow';

/** What of a key press moves a window. */
export type MovingKey = Readonly<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> & { readonly key: string };

const SMALL_SECONDS = 1;
const LARGE_SECONDS = 10;
const PAGE_SECONDS = 60;

/** The start that a reader means: a whole second, or the last at which a window still is inside the recording. */
export function toStart(seconds: number, durationSeconds: number): number {
  return Math.max(0, Math.min(lastStartSeconds(durationSeconds), Math.round(seconds)));
}

/** Where a key moves a window that starts at a time; null where it moves none. */
export function moveWindow(pressed: MovingKey, startSeconds: number, durationSeconds: number): number | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const step = pressed.shiftKey ? LARGE_SECONDS : SMALL_SECONDS;
  const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: PAGE_SECONDS, PageDown: -PAGE_SECONDS, Home: -Infinity, End: Infinity }[
    pressed.key
  ];
  return by === undefined ? null : toStart(startSeconds + by, durationSeconds);
}
