import { useMemo, useSyncExternalStore } from 'react';
import { type Place, readPlace, toFragment } from './place';

/** Where in the app the reader is; the browser's “back” leads to the place before. */
export function usePlace(): Place {
  const fragment = useSyncExternalStore(listen, () => window.location.hash);
  return useMemo(() => readPlace(fragment), [fragment]);
}

/** Goes to another place in the app; where the reader is there already, “back” still leads to the place before. */
export function goTo(place: Place): void {
  const { pathname, search, hash } = window.location;
  const fragment = toFragment(place);
  if (fragment === hash) return;
  window.history.pushState(null, '', `${pathname}${search}${fragment}`);
  // The browser tells of a changed fragment only where it was typed or followed.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
