import type { Sex } from '../types';

/** How a statement's frequency depends on the person. */
interface Dependence {
  /** Factor on its odds for each ten years of age. */
  readonly perDecade?: number;
  /** Factor on its odds in men. */
  readonly inMen?: number;
}

/**
 * Directions and rough sizes from epidemiology: conduction delays, atrial fibrillation, infarction and hypertrophy rise
 * with age (Rijnbeek et al. 2014; Krijthe et al. 2013), sinus arrhythmia, incomplete right bundle branch block, early
 * repolarisation and pre-excitation belong to the young, long QT and non-specific T changes more to women.
 */
const DEPENDENCES: Readonly<Record<string, Dependence>> = {
  NORM: { perDecade: 0.7, inMen: 0.8 },
  AFIB: { perDecade: 1.6, inMen: 1.2 },
  AFLT: { perDecade: 1.4, inMen: 1.8 },
  PACE: { perDecade: 1.6, inMen: 1.2 },
  SARRH: { perDecade: 0.72 },
  SBRAD: { perDecade: 0.95, inMen: 1.4 },
  STACH: { perDecade: 0.93, inMen: 0.8 },
  PSVT: { perDecade: 0.8, inMen: 0.7 },
  '1AVB': { perDecade: 1.4, inMen: 1.4 },
  LPR: { perDecade: 1.35, inMen: 1.3 },
  '2AVB': { perDecade: 1.3 },
  '3AVB': { perDecade: 1.4 },
  WPW: { perDecade: 0.68, inMen: 1.3 },
  CRBBB: { perDecade: 1.35, inMen: 1.5 },
  IRBBB: { perDecade: 0.82, inMen: 1.5 },
  CLBBB: { perDecade: 1.4, inMen: 0.9 },
  ILBBB: { perDecade: 1.2 },
  IVCD: { perDecade: 1.15, inMen: 1.4 },
  LAFB: { perDecade: 1.3, inMen: 1.3 },
  LPFB: { perDecade: 1.1, inMen: 1.3 },
  LVH: { perDecade: 1.2 },
  VCLVH: { perDecade: 0.85, inMen: 1.6 },
  HVOLT: { perDecade: 0.75, inMen: 1.8 },
  RVH: { perDecade: 0.9 },
  'LAO/LAE': { perDecade: 1.15 },
  STE_: { perDecade: 0.7, inMen: 2 },
  LNGQT: { inMen: 0.6 },
  NDT: { perDecade: 1.1, inMen: 0.75 },
  NST_: { perDecade: 1.15, inMen: 0.75 },
  LOWT: { inMen: 0.8 },
  DIG: { perDecade: 1.4 },
  PVC: { perDecade: 1.2, inMen: 1.2 },
  PAC: { perDecade: 1.25 },
};

/** Infarction and ischaemia, of any territory. */
const CORONARY: Dependence = { perDecade: 1.3, inMen: 1.5 };
const isCoronary = (code: string) => code.endsWith('MI') || /^(ISC|INJ|ANEUR)/.test(code);

/** The age at which the odds of every statement are those of its propensity, in years. */
const REFERENCE_AGE = 60;

/** Factor on the odds of a statement in a person of this age (years) and sex. */
export function toDemographicFactor(code: string, ageYears: number, sex: Sex): number {
  const { perDecade = 1, inMen = 1 } = DEPENDENCES[code] ?? (isCoronary(code) ? CORONARY : {});
  return perDecade ** ((ageYears - REFERENCE_AGE) / 10) * (sex === 'male' ? inMen : 1);
}
