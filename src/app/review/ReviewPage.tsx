import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import type { Place } from '../place';
import { text } from '../text';
import { OpenedFiles } from './OpenedFiles';
import { ReviewMessages } from './ReviewMessages';
import './review.css';

const SessionPage = lazy(async () => ({ default: (await import('./SessionPage')).SessionPage }));
const HomePage = lazy(async () => ({ default: (await import('./home/HomePage')).HomePage }));
const MergePage = lazy(async () => ({ default: (await import('./merge/MergePage')).MergePage }));
const MakePage = lazy(async () => ({ default: (await import('./make/MakePage')).MakePage }));

interface ReviewPageProps {
  readonly place: Extract<Place, { readonly mode: 'review' }>;
}

/** Review mode: clinicians rate prototypes and read ECGs, and studies come out. */
export function ReviewPage({ place }: ReviewPageProps) {
  const page = useRef<HTMLDivElement>(null);
  return (
    <div className="review" data-page={place.page} ref={page} tabIndex={-1}>
      <ReviewMessages />
      <OpenedFiles />
      <Suspense fallback={<p className="pending">{text.review.loading}</p>}>
        {place.page === 'home' && <HomePage />}
        {place.page === 'make' && <MakePage />}
        {place.page === 'merge' && <MergePage />}
        {place.page === 'session' && <SessionPage key={place.sessionId} sessionId={place.sessionId} />}
        <Arrival place={place} page={page} />
      </Suspense>
    </div>
  );
}

interface ArrivalProps extends ReviewPageProps {
  readonly page: RefObject<HTMLElement | null>;
}

/** Lets who uses the keyboard go on from the head of a new page: what was pressed to come there is gone with the one before. */
function Arrival({ place, page }: ArrivalProps) {
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place && document.activeElement === document.body) page.current?.focus();
    before.current = place;
  }, [place, page]);
  return null;
}
