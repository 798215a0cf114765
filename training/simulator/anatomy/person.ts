import type { Random } from '../../../tools/synthetic/random';
import { drawFactor } from '../random';
import type { LeadVector } from './leadSpace';

/** A heart vector in millivolts: x to the left, y to the feet, z to the back (Frank's axes). */
export type HeartVector = readonly [x: number, y: number, z: number];

/** How the heart vectors of one person reach the leads. */
export interface Person {
  /** The lead vector of a heart vector that one wave points along, with that wave's own local (non-dipolar) share. */
  readonly project: (vector: HeartVector, random: Random) => LeadVector;
}

/**
 * The limb leads I and II from Frank's X, Y and Z. Dower GE, Machado HB, Osborne JA. On deriving the electrocardiogram
 * from vectorcardiographic leads. Clin Cardiol 1980;3:87.
 */
const LIMB_ROWS: readonly HeartVector[] = [
  [0.632, -0.235, 0.059],
  [0.235, 1.066, -0.132],
];

/** V1 to V6 of the same matrix, between one position to the right of V1 and one behind V6 (continued by eye). */
const PRECORDIAL_ROWS: readonly HeartVector[] = [
  [-0.85, 0.15, -0.35],
  [-0.515, 0.157, -0.917],
  [0.044, 0.164, -1.387],
  [0.882, 0.098, -1.277],
  [1.213, 0.127, -0.601],
  [1.125, 0.127, -0.086],
  [0.831, 0.076, 0.23],
  [0.55, 0.05, 0.42],
];

/**
 * Electrodes from V2 on lie nearer to the heart than in the torso of the matrix: amplitudes of healthy adults.
 */
const CHEST_GAINS = [1, 1.15, 1.08, 1.2, 1.24, 1.24];

/** Precordial leads lie on the heart, so that each wave has a share there that no single dipole explains. */
const LOCAL_SHARE = 0.07;

/** Draws one person: chest and arm gain, where the six electrodes were put, and how they see the heart. */
export function createPerson(random: Random): Person {
  const limbGain = 1.16 * drawFactor(random, 0.14);
  const chestGain = 1.12 * drawFactor(random, 0.22);
  const commonShift = 0.3 * random.gaussian();
  const height = 0.1 * random.gaussian();
  const limb = LIMB_ROWS.map((row) => scaleRow(row, limbGain, 0.04 * random.gaussian()));
  const chest = Array.from({ length: 6 }, (_, index) => {
    const position = index + 1 + commonShift + 0.12 * random.gaussian();
    return scaleRow(
      interpolate(position),
      chestGain * CHEST_GAINS[index]! * drawFactor(random, 0.13),
      height + 0.05 * random.gaussian(),
    );
  });
  const rows = [...limb, ...chest];
  return {
    project: (vector, waveRandom) => {
      const size = Math.hypot(...vector);
      return rows.map((row, index) => {
        const dipole = row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2];
        return index < 2 ? dipole : dipole + LOCAL_SHARE * size * waveRandom.gaussian();
      });
    },
  };
}

function interpolate(position: number): HeartVector {
  const inside = Math.min(PRECORDIAL_ROWS.length - 1.001, Math.max(0, position));
  const before = PRECORDIAL_ROWS[Math.floor(inside)]!;
  const after = PRECORDIAL_ROWS[Math.floor(inside) + 1]!;
  const share = inside - Math.floor(inside);
  const mix = (axis: 0 | 1 | 2): number => before[axis] + share * (after[axis] - before[axis]);
  return [mix(0), mix(1), mix(2)];
}

function scaleRow(row: HeartVector, gain: number, extraY: number): HeartVector {
  return [row[0] * gain, row[1] * gain + extraY, row[2] * gain];
}
