import { useStore } from 'zustand';
import type { MergingActions, MergingState } from '../../../store/review/merging';
import { openMerging } from '../../../store/review/openMerging';
import { useReview } from '../../ReviewContext';

/** What `select` finds in the state of merging. Whoever uses it stands in a `Suspense`. */
export function useMergingState<T>(select: (state: MergingState) => T): T {
  return useStore(openMerging(useReview()).store, select);
}

/** What a coordinator can do. Whoever uses it stands in a `Suspense`. */
export function useMergingActions(): MergingActions {
  return openMerging(useReview()).actions;
}
