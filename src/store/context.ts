import type { StoreApi } from 'zustand/vanilla';
import type { Deps } from './deps';
import type { AppState } from './state';

/** What every action works with: the state, the world outside, and what tells newest requests from older ones. */
export interface StoreContext {
  readonly store: StoreApi<AppState>;
  readonly deps: Deps;
  readonly begin: Readonly<Record<'pack' | 'recording' | 'window' | 'whatIf', () => () => boolean>>;
  /** The readings under way, by the entry's id. */
  readonly readings: Map<number, Promise<number | null>>;
  /** What ends the readings of long recordings under way, by the entry's id. */
  readonly cancellations: Map<number, AbortController>;
  /** The work in the background, while there is any. */
  background: Promise<void> | null;
}
