import { lazy } from 'react';
import { findFaultyLeads } from '../../store/shownQuality';
import { useAppState } from '../AppStoreContext';
import { Optional } from '../Optional';

const QualityMark = lazy(async () => ({ default: (await import('./QualityMark')).QualityMark }));

/** Marks a result that was computed on a signal with faults. */
export function ResultMark() {
  const isFaulty = useAppState((state) => findFaultyLeads(state).size > 0);
  return (
    isFaulty && (
      <Optional>
        <QualityMark />
      </Optional>
    )
  );
}
