import { lazy, Suspense } from 'react';
import { findOpeningLong } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';

const LongReading = lazy(async () => ({ default: (await import('./LongReading')).LongReading }));

/** How far the long recording is that is on its way to the page. Nothing where none is. */
export function LazyLongReading() {
  const opening = useAppState(findOpeningLong);
  if (!opening) return null;
  return (
    <Suspense>
      <LongReading opening={opening} />
    </Suspense>
  );
}
