import { createMergingClient } from '../../review/merge/mergingClient';
import type { MergedStudy } from '../../review/merge/mergeDesk';
import { type ReadersRatings, toReadersRatings } from '../../review/readersRatings';
import { createMergingStore, type MergingStore } from './merging';
import type { ReviewStore } from './reviewStore';

const opened = new WeakMap<ReviewStore, MergingStore>();

/** The place to merge in that belongs to a review store, with a worker of its own; the same ever after. */
export function openMerging(review: ReviewStore): MergingStore {
  const before = opened.get(review);
  if (before) return before;
  const merging = createMergingStore({
    client: createMergingClient(),
    listSessions: () => {
      const { shelf } = review.store.getState();
      return shelf.status === 'ready' ? shelf.sessions : [];
    },
    onMerged: (merged) => review.store.setState({ disagreements: toDisagreements(merged), readersRatings: toRatings(merged) }),
  });
  opened.set(review, merging);
  return merging;
}

function toDisagreements(merged: MergedStudy | null): ReadonlyMap<string, number> {
  if (merged?.results?.kind !== 'prototypes') return new Map();
  return new Map(
    merged.results.summary.prototypes.flatMap(({ prototype, scores }) => {
      const spread = scores.representativeness?.standardDeviation ?? null;
      return spread === null ? [] : [[prototype, spread]];
    }),
  );
}

function toRatings(merged: MergedStudy | null): ReadersRatings | null {
  if (merged?.results?.kind !== 'prototypes') return null;
  return toReadersRatings(merged.files.study!.pack.sha256, merged.results.summary.prototypes);
}
