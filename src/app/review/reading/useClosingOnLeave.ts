import { useEffect, useRef } from 'react';
import type { CaseState } from '../../../review/reading/caseState';
import { useActions } from '../../AppStoreContext';
import { useReviewActions } from '../../ReviewContext';
import type { StudyEcgs } from './useStudyEcgs';

/**
 * Closes the ECGs that were not finished, and those of which nothing is known yet, when the reader leaves the session: read
 * mode would show their predictions.
 */
export function useClosingOnLeave(cases: readonly CaseState[], { idOf, unknownIds }: StudyEcgs): void {
  const { closeEntry, forgetClosing } = useActions();
  const { closeCase } = useReviewActions();
  const unfinished = useRef<readonly number[]>([]);
  useEffect(() => {
    const open = cases.flatMap(({ place, asks }) => (asks !== 'nothing' && idOf.has(place) ? [idOf.get(place)!] : []));
    unfinished.current = [...open, ...unknownIds];
  }, [cases, idOf, unknownIds]);
  useEffect(
    () => () => {
      for (const id of unfinished.current) void closeEntry(id);
      // Nor can it be undone.
      forgetClosing();
      // Whoever comes back says when to go on: times count from then.
      closeCase();
    },
    [closeEntry, forgetClosing, closeCase],
  );
}
