import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector, Person } from '../anatomy/person';
import { drawFactor, drawOne } from '../random';
import type { VentricularComplex } from './complex';
import { findQrsArea } from './complex';
import { createPulse } from './pulse';
import { addSecondaryRepolarisation } from './secondary';
import { FLAT_REPOLARISATION, toRepolarisationPulses } from './repolarisation';

/** Two successive main directions of activation that starts at a site in the muscle and spreads slowly. */
interface Site {
  readonly first: HeartVector;
  readonly second: HeartVector;
}

/**
 * Ventricular sites: right outflow tract, right ventricular apex and free wall, left ventricular base, apex and
 * septum.
 */
const VENTRICULAR_SITES: readonly Site[] = [
  { first: [0.35, 0.75, 0.15], second: [0.4, 1.05, 0.6] },
  { first: [0.55, -0.25, 0.25], second: [0.9, -0.75, 0.75] },
  { first: [0.7, 0.15, 0.2], second: [1.0, 0.3, 0.85] },
  { first: [-0.35, 0.6, -0.6], second: [-0.55, 0.7, -0.75] },
  { first: [-0.45, -0.5, -0.15], second: [-0.8, -0.7, -0.7] },
  { first: [0.2, -0.45, -0.5], second: [-0.45, -0.75, -0.85] },
];

/** Stimulation at the apex of the right ventricle: like left bundle branch block, with the axis up and left. */
const PACED_SITES: readonly Site[] = [
  { first: [0.45, -0.45, 0.2], second: [0.8, -1.0, 0.7] },
  { first: [0.3, -0.6, 0.35], second: [0.45, -0.95, 0.95] },
  { first: [0.65, -0.3, 0.15], second: [1.0, -0.6, 0.75] },
];

/** A premature ventricular complex of one focus: at least 120 ms wide, slurred, with ST and T against the QRS. */
export function createPrematureComplex(person: Person, random: Random): VentricularComplex {
  return createFromSite(person, drawOne(random, VENTRICULAR_SITES), random.uniform(0.128, 0.176), 1.05, random);
}

/** An escape complex of the ventricles: wide, of moderate size. */
export function createVentricularEscape(person: Person, random: Random): VentricularComplex {
  return createFromSite(person, drawOne(random, VENTRICULAR_SITES), random.uniform(0.13, 0.18), 0.8, random);
}

/** A complex paced from the right ventricle. */
export function createPacedComplex(person: Person, random: Random): VentricularComplex {
  return createFromSite(person, drawOne(random, PACED_SITES), random.uniform(0.135, 0.185), 0.9, random);
}

function createFromSite(
  person: Person,
  site: Site,
  qrsSeconds: number,
  sizeMv: number,
  random: Random,
): VentricularComplex {
  const size = sizeMv * drawFactor(random, 0.22);
  const vary = ([x, y, z]: HeartVector, factor: number): HeartVector => [
    factor * size * (x + 0.15 * random.gaussian()),
    factor * size * (y + 0.15 * random.gaussian()),
    factor * size * (z + 0.15 * random.gaussian()),
  ];
  const early = random.uniform(0.3, 0.4);
  const late = random.uniform(0.56, 0.68);
  const pulse = (on: number, peak: number, off: number, vector: HeartVector) =>
    createPulse(on * qrsSeconds, peak * qrsSeconds, off * qrsSeconds, person.project(vector, random));
  const qrs = [
    pulse(0, early, early + 0.36, vary(site.first, 0.9)),
    pulse(early - 0.2, late, 1, vary(site.second, 1.15)),
    pulse(0.04, early - 0.08, early + 0.14, vary([0, 0, 0], 0.8)),
  ];
  const repolarisation = addSecondaryRepolarisation(FLAT_REPOLARISATION, findQrsArea(qrs), random.uniform(0.75, 1.1));
  return { qrsSeconds, qtExtraSeconds: qrsSeconds - 0.1, qrs, repolarisation: toRepolarisationPulses(repolarisation) };
}
