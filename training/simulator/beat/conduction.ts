import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector } from '../anatomy/person';
import { drawChance, drawFactor, drawNormal } from '../random';
import type { Activation, Force } from './qrsForces';
import { scaleVector, turnFrontal } from './qrsForces';

/** Definitions of all blocks: Surawicz B et al., AHA/ACCF/HRS recommendations III, J Am Coll Cardiol 2009;53:976. */
type Conduct = (normal: Activation, random: Random) => Activation;

/** The left ventricle as ever, then the right one slowly from the left: a late force to the right and forwards. */
const blockRightBundle =
  (complete: boolean): Conduct =>
  (normal, random) => {
    const seconds = complete ? random.uniform(0.126, 0.172) : random.uniform(0.103, 0.117);
    const size = findSize(normal) * (complete ? random.uniform(0.58, 1.05) : random.uniform(0.22, 0.45));
    const late: HeartVector = [
      -size * drawFactor(random, 0.2),
      -0.12 * size + 0.2 * size * random.gaussian(),
      -size * (complete ? 0.95 : 0.8) * drawFactor(random, 0.25),
    ];
    // The left ventricle takes its usual time; its basal forces are met by those of the right one.
    const leftSeconds = complete ? Math.min(normal.qrsSeconds, 0.098) : Math.min(normal.qrsSeconds, 0.094);
    const left = stretch(normal, leftSeconds).forces.map((force, index) =>
      index === 3 ? { ...force, vector: scaleVector(force.vector, complete ? 0.65 : 0.7) } : force,
    );
    const peak = (complete ? random.uniform(0.6, 0.68) : random.uniform(0.74, 0.79)) * seconds;
    const on = complete ? random.uniform(0.048, 0.058) : 0.054;
    const forces: Force[] = [...left, { on, peak, off: seconds, vector: late }];
    if (complete && drawChance(random, 0.6)) {
      forces.push({
        on: peak,
        peak: (peak + seconds) / 2,
        off: seconds,
        vector: scaleVector(late, random.uniform(0.12, 0.3)),
      });
    }
    return { qrsSeconds: seconds, forces };
  };

/**
 * The septum from right to left, then the left ventricle slowly: no septal q, a broad notched force to the left and
 * back.
 */
const blockLeftBundle =
  (complete: boolean): Conduct =>
  (normal, random) => {
    const seconds = complete ? drawNormal(random, 0.146, 0.014, 0.125, 0.185) : random.uniform(0.106, 0.118);
    const size = findSize(normal) * drawFactor(random, 0.15) * (complete ? 1.05 : 1);
    const axis = drawNormal(random, complete ? 2 : 15, 28, -55, 62);
    const back = complete ? random.uniform(0.55, 1.05) : random.uniform(0.4, 0.75);
    const main = (left: number, posterior: number): HeartVector =>
      turnFrontal([left * size, 0, posterior * back * size], axis + 6 * random.gaussian());
    const first = random.uniform(0.34, 0.4);
    const second = random.uniform(0.62, 0.7);
    const forces: Force[] = [
      { on: 0, peak: 0.18, off: 0.42, vector: main(random.uniform(0.12, 0.24), random.uniform(-0.3, 0.1)) },
      { on: 0.07, peak: first, off: second + 0.06, vector: main(random.uniform(0.62, 0.85), 0.85) },
      { on: first - 0.06, peak: second, off: 1, vector: main(random.uniform(0.6, 0.85), random.uniform(0.8, 1.05)) },
    ];
    return scaleTime({ qrsSeconds: seconds, forces });
  };

/**
 * The upper left wall last: the main force turns up and left, −45° to −90°, after a small start right and down.
 */
const blockAnteriorFascicle: Conduct = (normal, random) => {
  const target = random.uniform(-74, -50);
  const [septal, apical, freeWall, basal, ...others] = normal.forces as [Force, Force, Force, Force];
  const size = findSize(normal);
  return {
    qrsSeconds: Math.min(0.118, normal.qrsSeconds + random.uniform(0.004, 0.016)),
    forces: [
      { ...septal, vector: [-0.14 * size, random.uniform(0.18, 0.34) * size, septal.vector[2]] },
      { ...apical, vector: aim(apical.vector, target + random.uniform(15, 45), 0.75) },
      { ...freeWall, vector: aim(freeWall.vector, target, 0.95) },
      { ...basal, vector: aim([0.2 * size, 0, basal.vector[2]], target - 20, 1) },
      ...others,
    ],
  };
};

/** The lower wall last: a small start up and left, then down and right, +90° to +180°. */
const blockPosteriorFascicle: Conduct = (normal, random) => {
  const target = random.uniform(106, 128);
  const [septal, apical, freeWall, basal, ...others] = normal.forces as [Force, Force, Force, Force];
  const size = findSize(normal);
  return {
    qrsSeconds: Math.min(0.118, normal.qrsSeconds + random.uniform(0.004, 0.014)),
    forces: [
      { ...septal, vector: [random.uniform(0.14, 0.26) * size, random.uniform(-0.3, -0.16) * size, septal.vector[2]] },
      { ...apical, vector: aim(apical.vector, target - random.uniform(15, 35), 0.7) },
      { ...freeWall, vector: aim(freeWall.vector, target, 0.95) },
      { ...basal, vector: aim([0.2 * size, 0, basal.vector[2]], target + 15, 1) },
      ...others,
    ],
  };
};

/** Slow, slurred and notched conduction that is neither bundle's: 110 ms and more. */
const delayConduction: Conduct = (normal, random) => {
  const seconds = random.uniform(0.114, 0.15);
  const slow = stretch(normal, seconds);
  const size = findSize(normal);
  const notches = Array.from({ length: 2 }, (): Force => {
    const peak = random.uniform(0.4, 0.85) * seconds;
    const part = (): number => 0.17 * size * random.gaussian();
    return { on: peak - 0.017, peak, off: Math.min(seconds, peak + 0.02), vector: [part(), part(), part()] };
  });
  return { qrsSeconds: seconds, forces: [...slow.forces, ...notches] };
};

const ORDER: readonly (readonly [code: string, conduct: Conduct])[] = [
  ['LAFB', blockAnteriorFascicle],
  ['LPFB', blockPosteriorFascicle],
  ['CRBBB', blockRightBundle(true)],
  ['IRBBB', blockRightBundle(false)],
  ['ILBBB', blockLeftBundle(false)],
  ['CLBBB', blockLeftBundle(true)],
  ['IVCD', delayConduction],
];

/** Normal activation changed by the blocks among the statements: fascicles before bundles before muscle. */
export function conduct(normal: Activation, codes: ReadonlySet<string>, random: Random): Activation {
  return ORDER.reduce(
    (activation, [code, change]) => (codes.has(code) ? change(activation, random) : activation),
    normal,
  );
}

/** The size of an activation: the length of its largest force, in millivolts. */
export function findSize(activation: Activation): number {
  return Math.max(...activation.forces.map(({ vector }) => Math.hypot(...vector)));
}

function aim([x, y, z]: HeartVector, degrees: number, factor: number): HeartVector {
  const length = Math.hypot(x, y) * factor;
  const angle = (degrees * Math.PI) / 180;
  return [length * Math.cos(angle), length * Math.sin(angle), z];
}

function stretch(activation: Activation, seconds: number): Activation {
  const factor = seconds / activation.qrsSeconds;
  return {
    qrsSeconds: seconds,
    forces: activation.forces.map(({ on, peak, off, vector }) => ({
      on: on * factor,
      peak: peak * factor,
      off: Math.min(seconds, off * factor),
      vector,
    })),
  };
}

/** Forces in shares of the QRS duration to forces in seconds. */
function scaleTime({ qrsSeconds, forces }: Activation): Activation {
  return {
    qrsSeconds,
    forces: forces.map(({ on, peak, off, vector }) => ({
      on: on * qrsSeconds,
      peak: peak * qrsSeconds,
      off: off * qrsSeconds,
      vector,
    })),
  };
}
