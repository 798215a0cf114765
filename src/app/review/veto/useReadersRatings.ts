import type { ReadersRatings } from '../../../review/readersRatings';
import { useAppState } from '../../AppStoreContext';
import { useReviewState } from '../../ReviewContext';

/** What merged readers said of the open pack's prototypes; null where none were merged, or of another pack. */
export function useReadersRatings(): ReadersRatings | null {
  const packSha256 = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.sha256 : null));
  const ratings = useReviewState(({ readersRatings }) => readersRatings);
  return ratings?.packSha256 === packSha256 ? ratings : null;
}
