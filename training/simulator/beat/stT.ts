import type { Random } from '../../../tools/synthetic/random';
import { addScaled } from '../anatomy/leadSpace';
import type { LeadVector } from '../anatomy/leadSpace';
import { drawChance, drawFactor, drawOne } from '../random';
import { invertOver } from '../territory/infarction';
import { drawPattern } from '../territory/territories';
import type { TerritoryName } from '../territory/territories';
import type { Repolarisation } from './repolarisation';

/** How one statement changes repolarisation; `vigour` multiplies the size of the change, 1 as drawn. */
export type ChangeRecovery = (recovery: Repolarisation, vigour: number, random: Random) => Repolarisation;

const T_WALLS: readonly TerritoryName[] = [
  'lateral',
  'anterolateral',
  'inferior',
  'diffuse',
  'anterior',
  'inferolateral',
];
const LEFT_WALLS: readonly TerritoryName[] = [
  'diffuse',
  'diffuse',
  'lateral',
  'anterolateral',
  'inferolateral',
  'inferior',
];

/** T waves brought to `shareOfOwn` of their size, leaning to `offsetMv`, over a wall. */
function flatten(recovery: Repolarisation, pattern: LeadVector, shareOfOwn: number, offsetMv: number): Repolarisation {
  const t = recovery.t.map((value, lead) => {
    const share = Math.min(1, Math.max(0, 1.4 * pattern[lead]!));
    return value * (1 - share * (1 - shareOfOwn)) + share * offsetMv;
  });
  return {
    ...recovery,
    t,
    jPoint: recovery.jPoint.map((value) => 0.4 * value),
    segment: recovery.segment.map((value) => 0.4 * value),
  };
}

const changeT: Readonly<Record<string, ChangeRecovery>> = {
  NDT: (recovery, vigour, random) =>
    flatten(recovery, drawPattern('diffuse', random), random.uniform(0.02, 0.18) / vigour, random.uniform(-0.05, 0.01)),
  NT_: (recovery, vigour, random) => {
    const flat = flatten(
      recovery,
      drawPattern(drawOne(random, LEFT_WALLS), random),
      random.uniform(0, 0.22) / vigour,
      random.uniform(-0.07, 0.02),
    );
    return drawChance(random, 0.3) ? { ...flat, tLate: recovery.t.map((value) => -0.22 * value) } : flat;
  },
  LOWT: (recovery, vigour, random) => {
    const factor = random.uniform(0.1, 0.3) / vigour;
    return {
      ...flatten(recovery, drawPattern('diffuse', random), factor, 0.005),
      t: recovery.t.map((value) => factor * value),
    };
  },
  TAB_: (recovery, vigour, random) => {
    const pattern = drawPattern(drawOne(random, T_WALLS), random);
    const depth = vigour * random.uniform(0.1, 0.3);
    if (drawChance(random, 0.7)) return { ...recovery, t: invertOver(recovery.t, pattern, depth) };
    const half = recovery.t.map((value, lead) => value * (1 - 0.6 * Math.max(0, pattern[lead]!)));
    return {
      ...recovery,
      t: half,
      tLate: addScaled(recovery.tLate, pattern, -depth - 0.08),
      tPeak: recovery.tPeak - 0.06,
    };
  },
  INVT: (recovery, vigour, random) => ({
    ...recovery,
    t: invertOver(recovery.t, drawPattern(drawOne(random, T_WALLS), random), vigour * random.uniform(0.16, 0.55)),
    tOn: random.uniform(0.12, 0.28),
  }),
};

const changeSt: Readonly<Record<string, ChangeRecovery>> = {
  NST_: (recovery, vigour, random) => {
    const pattern = drawPattern(drawOne(random, LEFT_WALLS), random);
    const size = vigour * (drawChance(random, 0.85) ? -random.uniform(0.05, 0.085) : random.uniform(0.11, 0.16));
    const flat = flatten(recovery, pattern, random.uniform(0.4, 1), 0);
    return {
      ...flat,
      segment: addScaled(flat.segment, pattern, size),
      jPoint: addScaled(flat.jPoint, pattern, size * random.uniform(0, 0.7)),
    };
  },
  STD_: (recovery, vigour, random) => {
    const pattern = drawPattern(drawOne(random, LEFT_WALLS), random);
    const size = -vigour * random.uniform(0.075, 0.2);
    const flat = flatten(recovery, pattern, random.uniform(0.35, 1), 0);
    return {
      ...flat,
      segment: addScaled(flat.segment, pattern, size),
      jPoint: addScaled(flat.jPoint, pattern, size * random.uniform(-0.2, 0.6)),
    };
  },
  STE_: (recovery, vigour, random) => {
    const wall = drawOne<TerritoryName>(random, [
      'anterior',
      'anteroseptal',
      'inferior',
      'diffuse',
      'anterolateral',
      'inferolateral',
    ]);
    const chest = wall === 'anterior' || wall === 'anteroseptal' ? 1.7 : 1;
    const size = vigour * chest * random.uniform(0.13, 0.26);
    const pattern = drawPattern(wall, random);
    return {
      ...recovery,
      segment: addScaled(recovery.segment, pattern, size),
      jPoint: addScaled(recovery.jPoint, pattern, 0.25 * size),
      t: addScaled(recovery.t, pattern, size * random.uniform(0.2, 0.9)),
      tOn: Math.min(0.08, recovery.tOn),
    };
  },
  DIG: (recovery, vigour, random) => {
    const pattern = drawPattern('diffuse', random);
    const size = vigour * random.uniform(0.1, 0.24);
    const flat = flatten(recovery, pattern, random.uniform(0.15, 0.55), 0);
    return {
      ...flat,
      segment: addScaled(flat.segment, pattern, -0.25 * size),
      sag: addScaled(flat.sag, pattern, -size),
    };
  },
};

/**
 * Electrolytes and drugs: high or low potassium, low or high calcium (Rautaharju PM et al., J Am Coll Cardiol
 * 2009;53:982).
 */
export type Disturbance = 'hyperkalaemia' | 'hypokalaemia' | 'hypocalcaemia' | 'hypercalcaemia';

/** What each disturbance does to the recovery. Its changes of QRS, P and QT are made where those are made. */
export const DISTURBANCES: Readonly<Record<Disturbance, ChangeRecovery>> = {
  hyperkalaemia: (recovery, vigour, random) => {
    const largest = Math.max(recovery.t[3]!, recovery.t[4]!, recovery.t[5]!, 0.1);
    const factor = (vigour * random.uniform(1.15, 1.65)) / largest;
    return {
      ...recovery,
      t: recovery.t.map((value) => factor * value),
      tOn: 0.4,
      tPeak: 0.75,
      u: recovery.u.map(() => 0),
    };
  },
  hypokalaemia: (recovery, vigour, random) => {
    const flat = flatten(recovery, drawPattern('diffuse', random), random.uniform(0.1, 0.4), 0);
    const size = vigour * random.uniform(0.14, 0.3);
    const seen: LeadVector = [0.35, 0.55, 0.15, 0.9, 1, 0.9, 0.7, 0.5];
    return {
      ...flat,
      t: flat.t.map((value) => 0.35 * value),
      u: seen.map((share) => share * size * drawFactor(random, 0.15)),
      segment: addScaled(flat.segment, drawPattern('diffuse', random), -random.uniform(0.05, 0.14)),
    };
  },
  hypocalcaemia: (recovery) => ({ ...recovery, tOn: 0.5, tPeak: 0.8 }),
  hypercalcaemia: (recovery, _vigour, random) => ({ ...recovery, tOn: 0, tPeak: random.uniform(0.5, 0.56) }),
};

/** The statements that describe T waves or ST segments, in the order in which they act. */
export const ST_T_CHANGES: readonly (readonly [code: string, change: ChangeRecovery])[] = [
  ...Object.entries(changeSt),
  ...Object.entries(changeT),
];
