import type { ReviewStore } from './reviewStore';
import { hasUnsaved } from './selectors';

/** Has the browser ask before the page is closed, as long as something would be lost with it, and never else. */
export function warnBeforeLeaving({ store }: Pick<ReviewStore, 'store'>, page: Pick<Window, 'addEventListener' | 'removeEventListener'>): void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  store.subscribe((state) => {
    if (hasUnsaved(state)) page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  });
}
