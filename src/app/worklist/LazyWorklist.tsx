import { lazy, Suspense } from 'react';

const Worklist = lazy(async () => ({ default: (await import('./Worklist')).Worklist }));

interface LazyWorklistProps {
  readonly onOpen?: () => void;
}

/** The worklist, loaded when there are several recordings. */
export function LazyWorklist(props: LazyWorklistProps) {
  return (
    <Suspense>
      <Worklist {...props} />
    </Suspense>
  );
}
