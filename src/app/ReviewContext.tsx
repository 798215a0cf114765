import { createContext, use, useContext } from 'react';
import { useStore } from 'zustand';
import type { ReviewActions, ReviewStore } from '../store/review/reviewStore';
import type { ReviewState } from '../store/review/state';

/** Loads review mode's store when it is first asked for, and gives the same ever after. */
export type LoadReview = () => Promise<ReviewStore>;

const ReviewContext = createContext<LoadReview | null>(null);

/** Hands the way to review mode's store down to every component in it. */
export const ReviewProvider = ReviewContext.Provider;

/** What `select` finds in review mode's state. Whoever uses it stands in a `Suspense`, for the store may have to be loaded. */
export function useReviewState<T>(select: (state: ReviewState) => T): T {
  return useStore(useReview().store, select);
}

/** What the reader can do in review mode. Whoever uses it stands in a `Suspense`. */
export function useReviewActions(): ReviewActions {
  return useReview().actions;
}

/** The way to review mode's store, for what may never be needed. */
export function useLoadReview(): LoadReview {
  const load = useContext(ReviewContext);
  if (!load) throw new Error('A component of review mode stands outside of its ReviewProvider.');
  return load;
}

/** Review mode's store and what can be done with it. Whoever uses it stands in a `Suspense`. */
export function useReview(): ReviewStore {
  return use(useLoadReview()());
}
