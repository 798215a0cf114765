import type { PForm } from './pWave';
import type { VentricularComplex } from './complex';
import type { ComplexName, PFormName } from '../rhythm/timeline';

/** How one heart looks in the leads, whatever its rhythm. */
export interface Heart {
  readonly pForms: Readonly<Record<PFormName, PForm>>;
  readonly complexes: Readonly<Record<ComplexName, VentricularComplex>>;
  /** From the onset of P to the onset of QRS in conducted beats, in seconds. */
  readonly prSeconds: number;
  /** QT of a conducted beat at an interval between beats, both in seconds. */
  readonly toQtSeconds: (rrSeconds: number) => number;
}
