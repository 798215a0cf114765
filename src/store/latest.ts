/**
 * Tells the newest request of a kind from the ones before it: each call begins a request and returns whether it is still
 * the newest. Answers arrive in any order; only the newest request's answer may reach the page.
 */
export function createLatest(): () => () => boolean {
  let newest = 0;
  return () => {
    const mine = ++newest;
    return () => mine === newest;
  };
}
