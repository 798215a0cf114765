import type { Random } from '../../../tools/synthetic/random';
import type { LeadVector } from '../anatomy/leadSpace';
import type { HeartVector, Person } from '../anatomy/person';
import type { NormalLimits } from '../normalLimits';
import { drawChance, drawFactor, drawNormal } from '../random';
import type { Sex } from '../types';
import { createPulse } from './pulse';
import type { Pulse } from './pulse';

/**
 * ST segment, T and U of one person before they become pulses, so that findings can change each of them in any lead.
 */
export interface Repolarisation {
  /** ST deviation at the J point that fades along the segment (convex or notched J), millivolts. */
  readonly jPoint: LeadVector;
  /** ST deviation that lasts until T begins, millivolts. */
  readonly segment: LeadVector;
  readonly t: LeadVector;
  /** A hanging ST segment, deepest where T would begin (digitalis), millivolts. */
  readonly sag: LeadVector;
  /** A late, opposite part that makes T biphasic, millivolts. */
  readonly tLate: LeadVector;
  readonly u: LeadVector;
  /** Where in the JT interval T begins to rise, peaks and ends (shares); a narrow T begins late. */
  readonly tOn: number;
  readonly tPeak: number;
}

/** Where the ST segment of healthy adults lies highest. */
const SEPTAL_SHARES: LeadVector = [0, 0, 0.4, 1, 0.8, 0.3, 0, 0];

/**
 * Normal repolarisation. T points left, down and forwards, larger in men and the young; the ST segment lies on the
 * base line but for a slight elevation in V2-V4, and for early repolarisation in some of the young (Rautaharju PM et
 * al., J Am Coll Cardiol 2009;53:982; Macfarlane PW et al., early repolarisation, J Am Coll Cardiol 2015;66:470).
 */
export function createNormalRepolarisation(
  person: Person,
  limits: NormalLimits,
  request: { readonly ageYears: number; readonly sex: Sex },
  random: Random,
): Repolarisation {
  const size = limits.tGain * drawFactor(random, 0.3);
  const forwards = (request.sex === 'male' ? 0.26 : 0.19) * drawFactor(random, 0.35);
  const vector: HeartVector = [
    size * 0.31 * drawFactor(random, 0.2),
    size * 0.11 * drawFactor(random, 0.3),
    size * -forwards,
  ];
  const t = person.project(vector, random);
  const young = request.ageYears < 45 && request.sex === 'male';
  const early = drawChance(random, young ? 0.3 : 0.04) ? random.uniform(0.06, 0.15) : 0.02;
  const rise = drawNormal(random, 0.06, 0.04, 0, 0.16) * (request.sex === 'male' ? 1 : 0.4);
  const septalRise = drawNormal(random, request.sex === 'male' ? 0.055 : 0.032, 0.03, 0, 0.12);
  return {
    jPoint: t.map((value, lead) => early * Math.max(0, value) * (lead < 2 ? 0.5 : 1)),
    segment: t.map((value, lead) => (lead < 2 ? 0.3 : 1) * rise * value + septalRise * SEPTAL_SHARES[lead]!),
    t,
    sag: t.map(() => 0),
    tLate: t.map(() => 0),
    u: t.map((value, lead) => (lead < 2 ? 0.03 : 0.07) * drawFactor(random, 0.5) * Math.max(0, value)),
    tOn: drawNormal(random, 0.14, 0.06, 0, 0.3),
    tPeak: drawNormal(random, 0.735, 0.022, 0.67, 0.79),
  };
}

/** No repolarisation of its own: what is added later (secondary changes) is all. */
export const FLAT_REPOLARISATION: Repolarisation = {
  jPoint: [0, 0, 0, 0, 0, 0, 0, 0],
  segment: [0, 0, 0, 0, 0, 0, 0, 0],
  t: [0, 0, 0, 0, 0, 0, 0, 0],
  sag: [0, 0, 0, 0, 0, 0, 0, 0],
  tLate: [0, 0, 0, 0, 0, 0, 0, 0],
  u: [0, 0, 0, 0, 0, 0, 0, 0],
  tOn: 0.08,
  tPeak: 0.68,
};

/** The pulses of a repolarisation, times in shares of the JT interval. T is felt to end (tangent) at 1. */
export function toRepolarisationPulses(repolarisation: Repolarisation): Pulse[] {
  const { jPoint, segment, t, sag, tLate, u, tOn, tPeak } = repolarisation;
  const tail = 1 + 0.22 * (1 - tPeak);
  return [
    createPulse(-0.09, 0.02, 0.34, jPoint),
    { on: -0.09, peak: 0.06, hold: 0.36, off: 0.74, amplitudes: segment },
    createPulse(-0.06, 0.38, 0.8, sag),
    { on: tOn, peak: tPeak, hold: tPeak, off: tail, hollow: 1.5, amplitudes: t },
    createPulse(tPeak - 0.08, 0.5 * (tPeak + 1) + 0.02, 1.07, tLate),
    createPulse(1.02, 1.2, 1.55, u),
  ].filter((pulse) => pulse.amplitudes.some((amplitude) => amplitude !== 0));
}
