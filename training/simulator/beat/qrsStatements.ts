import type { Random } from '../../../tools/synthetic/random';
import type { HeartVector } from '../anatomy/person';
import { addScaled } from '../anatomy/leadSpace';
import { drawOne } from '../random';
import { INFARCTED_WALLS, infarct } from '../territory/infarction';
import type { InfarctedBeat } from '../territory/infarction';
import { drawPattern } from '../territory/territories';
import type { TerritoryName } from '../territory/territories';
import { findSize } from './conduction';
import type { Pulse } from './pulse';
import type { Activation, Force } from './qrsForces';
import { turnFrontal } from './qrsForces';
import { FLAT_REPOLARISATION } from './repolarisation';

/** An abnormal QRS complex without a name: R that does not grow in V1 to V3, a deviated axis, or fragments. */
export function addAbnormalQrs(activation: Activation, random: Random): Activation {
  const kind = drawOne(random, ['progression', 'axis', 'fragments'] as const);
  if (kind === 'axis') {
    const turned = drawOne(random, [random.uniform(-95, -60), random.uniform(45, 75)]);
    return {
      ...activation,
      forces: activation.forces.map((force) => ({ ...force, vector: turnFrontal(force.vector, turned) })),
    };
  }
  const flat = activation.forces.map((force, index): Force => {
    const [x, y, z] = force.vector;
    const backwards: HeartVector = index === 0 ? [x * 0.5, y, z * 0.35] : [x, y, z < 0 ? 0.1 * Math.abs(z) : z * 1.15];
    return { ...force, vector: backwards };
  });
  if (kind === 'progression') return { ...activation, forces: flat };
  const size = findSize(activation);
  const fragments = [0.38, 0.58, 0.78].map((share): Force => {
    const peak = (share + random.uniform(-0.05, 0.05)) * activation.qrsSeconds;
    const part = (): number => 0.16 * size * random.gaussian();
    return {
      on: peak - 0.011,
      peak,
      off: Math.min(activation.qrsSeconds, peak + 0.012),
      vector: [part(), part(), part()],
    };
  });
  return { ...activation, forces: [...flat, ...fragments] };
}

/** Pathological Q waves over one wall, ST and T left as they are. */
export function addQWaves(qrs: readonly Pulse[], qrsSeconds: number, vigour: number, random: Random): readonly Pulse[] {
  const wall = drawOne<TerritoryName>(random, ['inferior', 'inferior', 'lateral', 'inferolateral', 'anteroseptal']);
  return infarct({ qrs, repolarisation: FLAT_REPOLARISATION }, wall, 'old', qrsSeconds, vigour, random).qrs;
}

/** An aneurysm of the anterior wall: QS there, with ST elevation that stays and a low or inverted T. */
export function addAneurysm(
  beat: InfarctedBeat,
  codes: ReadonlySet<string>,
  qrsSeconds: number,
  vigour: number,
  random: Random,
): InfarctedBeat {
  const anterior = ['ASMI', 'AMI', 'ALMI'].find((code) => codes.has(code));
  const wall = anterior ? INFARCTED_WALLS[anterior]![0]! : drawOne<TerritoryName>(random, ['anteroseptal', 'anterior']);
  const { qrs, repolarisation } = anterior ? beat : infarct(beat, wall, 'old', qrsSeconds, 1.2 * vigour, random);
  const pattern = drawPattern(wall, random);
  const elevation = vigour * random.uniform(0.16, 0.34);
  return {
    qrs,
    repolarisation: {
      ...repolarisation,
      jPoint: addScaled(repolarisation.jPoint, pattern, 0.3 * elevation),
      segment: addScaled(repolarisation.segment, pattern, elevation),
      tOn: 0.15,
    },
  };
}
