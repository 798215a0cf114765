/** An idle moment is waited for no longer than this, in milliseconds. */
const PATIENCE_MS = 1000;

/** Where the browser does not tell when it is idle (Safari), long enough for a page to be drawn, in milliseconds. */
const PAUSE_MS = 50;

/** Settles when the browser has drawn what there is to draw, after a second at the latest. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PAUSE_MS);
  });
}
