import type { StoreContext } from './context';
import type { DisplayState } from './displayState';
import { notify } from './notices';
import { writePreferences } from './preferences';

/** Changes how the page looks and keeps what is to be kept; a browser that refuses is told of. */
export function changeDisplay(context: StoreContext, change: Partial<DisplayState>): void {
  const display = { ...context.store.getState().display, ...change };
  context.store.setState({ display });
  try {
    writePreferences(context.deps.storage, display);
  } catch {
    notify(context, { kind: 'unsaved' });
  }
}
