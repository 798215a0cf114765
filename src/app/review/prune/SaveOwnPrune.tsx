import { useBadPrototypes } from '../veto/useBadPrototypes';
import { useOwnReview } from '../veto/useOwnReview';
import { pruneText } from './pruneText';
import { SavePrune } from './SavePrune';

/** Saves the list of prototypes that the reader's own review of the open pack says are bad; nothing where there are none. */
export function SaveOwnPrune() {
  const review = useOwnReview();
  const bad = useBadPrototypes(review);
  if (!review || bad.length === 0) return null;
  return (
    <div className="review-actions">
      <SavePrune pack={review.pack} prototypes={bad} />
      <span className="quiet">{pruneText.hint(bad.length)}</span>
    </div>
  );
}
