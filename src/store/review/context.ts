import type { StoreApi } from 'zustand/vanilla';
import type { ReviewDeps } from './deps';
import type { ReviewState, SessionLog } from './state';

/** What every action of review mode works with. */
export interface ReviewStoreContext {
  readonly store: StoreApi<ReviewState>;
  readonly deps: ReviewDeps;
  /** The savings under way, by session. */
  readonly saves: Map<string, Promise<void>>;
  /** Why the last saving of a session failed, by session; one that goes well takes it away. */
  readonly failures: Map<string, string>;
  /** The own reviews that are just being looked for or begun, by the pack's SHA-256. */
  readonly beginnings: Map<string, Promise<SessionLog | undefined>>;
  /** When the item was shown or the last entry made, whichever is later, by the watch of `deps`. */
  shownAtMs: number;
}
