import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector } from '../anatomy/person';
import { drawFactor } from '../random';
import { findSize } from './conduction';
import type { Activation, Force } from './qrsForces';
import { scaleVector } from './qrsForces';

/**
 * Activation of a ventricle with more muscle: left ventricular hypertrophy adds force to the left and back (and a
 * little time), right ventricular hypertrophy turns the main force to the right and forwards, septal hypertrophy
 * deepens the septal q and R in V1 (Hancock EW et al., J Am Coll Cardiol 2009;53:992).
 */
export function hypertrophy(activation: Activation, codes: ReadonlySet<string>, random: Random): Activation {
  let changed = activation;
  if (codes.has('LVH') || codes.has('VCLVH')) changed = thickenLeft(changed, random);
  if (codes.has('RVH')) changed = thickenRight(changed, random);
  if (codes.has('SEHYP')) changed = thickenSeptum(changed, random);
  return changed;
}

function thickenLeft(activation: Activation, random: Random): Activation {
  const factor = random.uniform(1.15, 1.5);
  const forces = activation.forces.map((force, index): Force => {
    if (index !== 1 && index !== 2 && index !== 3) return force;
    const [x, y, z] = scaleVector(force.vector, factor);
    return { ...force, vector: [x * 1.05, y * 0.8, z > 0 ? z * random.uniform(1.1, 1.5) : z * 0.6] };
  });
  return { ...activation, forces };
}

function thickenRight(activation: Activation, random: Random): Activation {
  const size = findSize(activation) * random.uniform(0.8, 1.3);
  const first: HeartVector = [-0.25 * size, 0.35 * size, -0.75 * size * drawFactor(random, 0.2)];
  const late: HeartVector = [-0.75 * size * drawFactor(random, 0.15), 0.3 * size, random.uniform(-0.2, 0.25) * size];
  const seconds = activation.qrsSeconds;
  const forces = activation.forces.map((force, index): Force => {
    if (index === 0) return { ...force, vector: scaleVector(force.vector, 0.6) };
    const [x, y, z] = force.vector;
    return index === 2
      ? { ...force, vector: [x * 0.5, y * 0.9, z * 0.35] }
      : { ...force, vector: [x * 0.7, y, z * 0.5] };
  });
  const added: Force[] = [
    { on: 0.1 * seconds, peak: 0.42 * seconds, off: 0.75 * seconds, vector: first },
    { on: 0.4 * seconds, peak: 0.66 * seconds, off: seconds, vector: late },
  ];
  return { ...activation, forces: [...forces, ...added] };
}

function thickenSeptum(activation: Activation, random: Random): Activation {
  const size = findSize(activation);
  const [septal, ...others] = activation.forces as [Force, ...Force[]];
  const vector: HeartVector = [
    -random.uniform(0.5, 0.8) * size,
    random.uniform(-0.4, -0.1) * size,
    -random.uniform(0.4, 0.7) * size,
  ];
  const deep: Force = { on: 0, peak: septal.peak, off: septal.off, vector };
  return { ...activation, forces: [deep, ...others] };
}
