/** Whether whoever built this page lets it talk to a study's server; its Content Security Policy forbids every other. */
export function isAllowed(url: string): boolean {
  const { origin } = new URL(url);
  return origin === window.location.origin || origin === import.meta.env['VITE_SYNC_ORIGIN'];
}
