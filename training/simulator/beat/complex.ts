import type { LeadVector } from '../anatomy/leadSpace';
import { addScaled } from '../anatomy/leadSpace';
import type { Pulse } from './pulse';

/** One form of ventricular complex: how the ventricles depolarise and repolarise. */
export interface VentricularComplex {
  readonly qrsSeconds: number;
  /** QT relative to that of the person's conducted beats at the same rate, in seconds (added). */
  readonly qtExtraSeconds: number;
  /** Times in seconds from the onset of QRS. */
  readonly qrs: readonly Pulse[];
  /** ST segment, T wave and U wave: times in shares of the JT interval, 0 at the J point and 1 at the end of T. */
  readonly repolarisation: readonly Pulse[];
}

/** The area under the QRS complex in each independent lead, in millivolt seconds. */
export function findQrsArea(qrs: readonly Pulse[]): LeadVector {
  return qrs.reduce<LeadVector>(
    (sum, pulse) => addScaled(sum, pulse.amplitudes, (pulse.off - pulse.on + pulse.hold - pulse.peak) / 2),
    [0, 0, 0, 0, 0, 0, 0, 0],
  );
}
