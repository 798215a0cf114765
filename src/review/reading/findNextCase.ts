import type { CaseState } from './caseState';

/**
 * The ECG to be read next: one that was read alone and waits for its final reading; else the first that was not begun; else,
 * of those that were put aside, the one that comes after `last` in the order. Only of those that are `here`; undefined where
 * none of these is left.
 *
 * @param last the place in the study of the ECG that was read or put aside last; null at the beginning.
 */
export function findNextCase(
  cases: readonly CaseState[],
  last: number | null,
  isHere: (place: number) => boolean,
): CaseState | undefined {
  const open = cases.filter(({ place, asks }) => asks !== 'nothing' && isHere(place));
  const begun = open.find(({ asks }) => asks === 'final');
  const fresh = open.find(({ isSkipped }) => !isSkipped);
  if (begun ?? fresh) return begun ?? fresh;
  const after = cases.findIndex(({ place }) => place === last);
  return open.find((state) => cases.indexOf(state) > after) ?? open[0];
}
