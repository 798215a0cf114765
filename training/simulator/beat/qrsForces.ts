import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector } from '../anatomy/person';
import type { NormalLimits } from '../normalLimits';
import { drawChance, drawFactor, drawNormal } from '../random';

/** One force of ventricular activation: a heart vector that grows and fades, times in seconds from the onset of QRS. */
export interface Force {
  readonly on: number;
  readonly peak: number;
  readonly off: number;
  readonly vector: HeartVector;
}

/** The forces of one ventricular activation. */
export interface Activation {
  readonly qrsSeconds: number;
  readonly forces: readonly Force[];
}

/**
 * Normal activation: the septum from left to right and forwards, the apex, the free wall of the left ventricle to the
 * left, down and back, and last the base of the heart up and back (Durrer D et al., Circulation 1970;41:899).
 * Sizes and directions vary as the lead amplitudes of healthy adults do.
 */
export function createNormalActivation(limits: NormalLimits, random: Random): Activation {
  const { mean, sd, low, high } = limits.qrsMs;
  const seconds = drawNormal(random, mean, sd, low, high) / 1000;
  const axis = drawNormal(random, limits.axisDegrees.mean, limits.axisDegrees.sd, -25, 85);
  const size = 1.1 * limits.qrsGain * drawFactor(random, 0.26);
  const septal: HeartVector = [
    drawNormal(random, -0.08, 0.05, -0.2, 0),
    drawNormal(random, -0.03, 0.08),
    drawNormal(random, -0.23, 0.1, -0.55, -0.05),
  ];
  const apical: HeartVector = [0.68 * drawFactor(random, 0.22), 0, drawNormal(random, -0.22, 0.12)];
  const freeWall: HeartVector = [0.95 * drawFactor(random, 0.22), 0, 0.62 * drawFactor(random, 0.3)];
  const basal: HeartVector = [
    drawNormal(random, -0.05, 0.1),
    drawNormal(random, -0.01, 0.09),
    0.46 * drawFactor(random, 0.35),
  ];
  const horizontal = drawNormal(random, 0, 9, -20, 20);
  const late = drawNormal(random, 0.5, 0.025, 0.44, 0.56);
  const main = (vector: HeartVector, spread: number): HeartVector =>
    turnFrontal(turnHorizontal(vector, horizontal), axis + spread);
  const spread = drawNormal(random, 0, 12);
  const forces: Force[] = [
    { on: 0, peak: 0.22, off: 0.44, vector: septal },
    { on: 0.18, peak: late - 0.11, off: late + 0.08, vector: main(apical, spread) },
    { on: 0.31, peak: late, off: 0.69, vector: main(freeWall, 0) },
    {
      on: late - 0.04,
      peak: drawNormal(random, 0.72, 0.03, 0.66, 0.78),
      off: 1,
      vector: turnHorizontal(basal, horizontal),
    },
  ];
  if (drawChance(random, 0.45)) forces.push(createNotch(random));
  return {
    qrsSeconds: seconds,
    forces: forces.map(({ on, peak, off, vector }) => ({
      on: on * seconds,
      peak: peak * seconds,
      off: off * seconds,
      vector: scaleVector(vector, size),
    })),
  };
}

function createNotch(random: Random): Force {
  const peak = random.uniform(0.35, 0.85);
  const half = random.uniform(0.1, 0.15);
  const part = (): number => 0.13 * random.gaussian();
  return { on: peak - half, peak, off: Math.min(1, peak + half), vector: [part(), part(), part()] };
}

/** A heart vector multiplied by `factor`. */
export function scaleVector([x, y, z]: HeartVector, factor: number): HeartVector {
  return [x * factor, y * factor, z * factor];
}

/** A heart vector turned in the frontal plane: clockwise as seen from the front, so that +90° turns left to feet. */
export function turnFrontal([x, y, z]: HeartVector, degrees: number): HeartVector {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle), z];
}

/** A heart vector turned about the long axis of the body: +90° turns left to back. */
function turnHorizontal([x, y, z]: HeartVector, degrees: number): HeartVector {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - z * Math.sin(angle), y, x * Math.sin(angle) + z * Math.cos(angle)];
}
