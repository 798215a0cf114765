import type { StoreApi } from 'zustand/vanilla';
import type { Deps } from './deps';
import type { AppState } from './state';

/** What every action works with: the state, the world outside, and what tells newest requests from older ones. */
export interface StoreContext {
  readonly store: StoreApi<AppState>;
  readonly deps: Deps;
  readonly begin: Readonly<Record<'pack' | 'recording' | 'measurements' | 'inference' | 'whatIf', () => () => boolean>>;
}
