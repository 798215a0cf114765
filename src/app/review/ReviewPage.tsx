import type { Place } from '../place';
import { useReviewState } from '../ReviewContext';
import './review.css';

interface ReviewPageProps {
  readonly place: Extract<Place, { readonly mode: 'review' }>;
}

/** Review mode: clinicians rate prototypes and read ECGs, and studies come out. */
export function ReviewPage({ place }: ReviewPageProps) {
  const shelf = useReviewState((state) => state.shelf);
  return (
    <div className="review" data-page={place.page}>
      {shelf.status === 'failed' && <p role="alert">{shelf.sentence}</p>}
    </div>
  );
}
