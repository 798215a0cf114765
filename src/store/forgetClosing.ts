import type { StoreContext } from './context';
import { dismissNotice } from './notices';

/** Lets go of what was closed, with the notice that offers it. */
export function forgetClosing(context: StoreContext): void {
  const { store } = context;
  const told = store.getState().notices.find(({ content }) => content.kind === 'closed');
  if (told) dismissNotice(context, told.id);
  store.setState(({ worklist }) => ({ worklist: { ...worklist, closed: null } }));
}
