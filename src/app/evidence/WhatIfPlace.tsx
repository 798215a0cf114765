import { lazy, Suspense } from 'react';
import { isWhatIf } from '../../store/shownExplanation';
import { useAppState } from '../AppStoreContext';

const WhatIfBar = lazy(async () => ({ default: (await import('./WhatIfBar')).WhatIfBar }));

/** Where a what-if is told, and where it failed. Nothing where none is shown. */
export function WhatIfPlace() {
  const hasWhatIf = useAppState(isWhatIf);
  const hasFailed = useAppState(({ whatIf }) => whatIf.run.status === 'failed');
  if (!hasWhatIf && !hasFailed) return null;
  return (
    <Suspense>
      <WhatIfBar />
    </Suspense>
  );
}
