/** Where in the app the reader is, as the address after `#` says. Read mode has none. */
export type Place =
  | { readonly mode: 'read' }
  /** Review mode's own start, the making of a study, and the merging of readers' answers. */
  | { readonly mode: 'review'; readonly page: 'home' | 'make' | 'merge' }
  /** A session of a study; `own` is the reader's own review of the open pack. */
  | { readonly mode: 'review'; readonly page: 'session'; readonly sessionId: string };

const READ: Place = { mode: 'read' };

/** The place that an address's fragment names, such as `#review/make`; read mode for every other. */
export function readPlace(fragment: string): Place {
  const [mode, page = 'home', sessionId] = fragment.replace(/^#/, '').split('/');
  if (mode !== 'review') return READ;
  if (page === 'session' && sessionId) return { mode, page, sessionId };
  return page === 'home' || page === 'make' || page === 'merge' ? { mode, page } : { mode, page: 'home' };
}

/** The fragment that names a place; empty for read mode. */
export function toFragment(place: Place): string {
  if (place.mode === 'read') return '';
  if (place.page === 'home') return '#review';
  return place.page === 'session' ? `#review/session/${place.sessionId}` : `#review/${place.page}`;
}
