import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector } from '../anatomy/person';
import { drawOne } from '../random';
import { findSize } from './conduction';
import type { Activation, Force } from './qrsForces';
import { scaleVector } from './qrsForces';

/**
 * Where the delta wave points from accessory pathways: left lateral, left posterior, posteroseptal, right free wall.
 */
const DELTA_DIRECTIONS: readonly HeartVector[] = [
  [-0.15, 0.6, -0.8],
  [0.3, -0.3, -0.9],
  [0.6, -0.65, -0.45],
  [0.95, 0.2, 0.2],
  [0.8, 0.55, -0.1],
];

/**
 * Activation that begins early and slowly through an accessory pathway: a delta wave before the usual forces, which
 * come later and partly cancelled. QRS becomes longer than 110 ms (Surawicz B et al., J Am Coll Cardiol 2009;53:976).
 */
export function preexcite(activation: Activation, random: Random): Activation {
  const lead = Math.max(random.uniform(0.03, 0.052), 0.116 - activation.qrsSeconds);
  const share = random.uniform(0.4, 0.65);
  const size = findSize(activation) * random.uniform(0.4, 0.65);
  const [x, y, z] = drawOne(random, DELTA_DIRECTIONS);
  const delta: Force = {
    on: 0,
    peak: lead + random.uniform(0.012, 0.02),
    off: lead + random.uniform(0.055, 0.075),
    vector: [
      size * (x + 0.12 * random.gaussian()),
      size * (y + 0.12 * random.gaussian()),
      size * (z + 0.12 * random.gaussian()),
    ],
  };
  const forces = activation.forces.map((force, index): Force => ({
    on: force.on + lead * (index === 0 ? 0.8 : 1),
    peak: force.peak + lead,
    off: force.off + lead,
    vector: scaleVector(force.vector, index === 0 ? 0.3 : 0.5 + share),
  }));
  return { qrsSeconds: activation.qrsSeconds + lead, forces: [delta, ...forces] };
}
