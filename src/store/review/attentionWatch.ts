/** How long a reader may look without any sign before the watch takes it for a break. */
export const LONGEST_LOOK_MS = 120_000;

/** What an attention watch needs of the page and its reader. */
export interface AttentionSource {
  /** Milliseconds of a clock that never jumps. */
  readonly nowMs: () => number;
  readonly isHidden: () => boolean;
  /** Calls back when the page is hidden or shown. */
  readonly onVisibility: (listener: () => void) => void;
  /** Calls back at each sign of the reader: pointer, key, wheel or touch. */
  readonly onSign: (listener: () => void) => void;
}

/**
 * A watch of the reader's attention, in milliseconds. It stands still while the page is hidden, and from two minutes after
 * the reader's last sign to the next: an ECG may be looked at for long without a hand moving, but a reader who went away
 * with the page open, or whose computer slept, did not take that long to answer.
 */
export function createAttentionWatch({ nowMs, isHidden, onVisibility, onSign }: AttentionSource): () => number {
  let totalMs = 0;
  let readAtMs = nowMs();
  let signAtMs = readAtMs;
  let wasHidden = isHidden();
  const advance = (): void => {
    const until = Math.min(nowMs(), signAtMs + LONGEST_LOOK_MS);
    if (!wasHidden) totalMs += Math.max(0, until - readAtMs);
    readAtMs = nowMs();
    wasHidden = isHidden();
  };
  const noteSign = (): void => {
    advance();
    signAtMs = nowMs();
  };
  // Whoever comes back to the page looks at it.
  onVisibility(noteSign);
  onSign(noteSign);
  return () => {
    advance();
    return totalMs;
  };
}
