import { lazy } from 'react';
import { Optional } from '../Optional';

const QualityStrip = lazy(async () => ({ default: (await import('./QualityStrip')).QualityStrip }));

/** Where the quality of the signal is told, above the paper. */
export function SignalPlace() {
  return (
    <div className="signal-place">
      <Optional>
        <QualityStrip />
      </Optional>
    </div>
  );
}
