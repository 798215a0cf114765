import { useMemo } from 'react';
import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { findRatedBad } from '../../../review/ownRatings';
import type { OwnReview } from './useOwnReview';

/** The prototypes of the open pack that the reader rated bad, by branch and index. */
export function useBadPrototypes(review: OwnReview | null): readonly PrototypeKey[] {
  const manifest = review?.pack.manifest;
  const folded = review?.folded;
  return useMemo(() => (manifest && folded ? findRatedBad(manifest, folded) : []), [manifest, folded]);
}
