import type { Random } from '../../../tools/synthetic/random';
import { addScaled } from '../anatomy/leadSpace';
import type { Repolarisation } from '../beat/repolarisation';
import { drawChance } from '../random';
import { invertOver } from './infarction';
import { drawPattern } from './territories';
import type { TerritoryName } from './territories';

/** The wall of each ischaemia statement. */
export const ISCHAEMIC_WALL: Readonly<Record<string, TerritoryName>> = {
  ISC_: 'diffuse',
  ISCAL: 'anterolateral',
  ISCAS: 'anteroseptal',
  ISCIN: 'inferior',
  ISCIL: 'inferolateral',
  ISCLA: 'lateral',
  ISCAN: 'anterior',
};

/** The wall of each statement of subendocardial injury. */
export const INJURED_WALL: Readonly<Record<string, TerritoryName>> = {
  INJAS: 'anteroseptal',
  INJAL: 'anterolateral',
  INJIN: 'inferior',
  INJLA: 'lateral',
  INJIL: 'inferolateral',
};

/**
 * Ischaemia of a wall: symmetric inverted T waves, or a horizontal to descending ST depression with a flat or inverted
 * T, or both (Wagner GS et al., J Am Coll Cardiol 2009;53:1003). `vigour` multiplies the size, 1 as drawn.
 */
export function makeIschaemic(
  recovery: Repolarisation,
  wall: TerritoryName,
  vigour: number,
  random: Random,
): Repolarisation {
  const pattern = drawPattern(wall, random);
  const septal = wall === 'anteroseptal' || wall === 'anterior';
  const depressed = drawChance(random, septal ? 0.25 : 0.5);
  const inverted = !depressed || drawChance(random, 0.5);
  const depth = vigour * (inverted ? random.uniform(0.16, 0.55) : random.uniform(-0.1, 0.04));
  return {
    ...recovery,
    jPoint: depressed ? addScaled(recovery.jPoint, pattern, random.uniform(-0.02, 0.03)) : recovery.jPoint,
    segment: addScaled(
      recovery.segment,
      pattern,
      -vigour * (depressed ? random.uniform(0.075, 0.2) : random.uniform(0, 0.04)),
    ),
    t: invertOver(recovery.t, pattern, depth),
    tOn: inverted ? random.uniform(0.15, 0.32) : recovery.tOn,
    tPeak: inverted ? random.uniform(0.65, 0.73) : recovery.tPeak,
  };
}

/**
 * Subendocardial injury of a wall: ST depression of at least 0.1 mV over it, level or descending, T often still
 * upright. `vigour` multiplies the size, 1 as drawn.
 */
export function injure(recovery: Repolarisation, wall: TerritoryName, vigour: number, random: Random): Repolarisation {
  const pattern = drawPattern(wall, random);
  const depression = vigour * random.uniform(0.15, 0.42);
  const descending = random.uniform(-0.2, 0.3);
  return {
    ...recovery,
    jPoint: addScaled(recovery.jPoint, pattern, depression * descending),
    segment: addScaled(recovery.segment, pattern, -depression),
    t: addScaled(
      recovery.t.map((value, lead) => value * (1 - 0.5 * Math.max(0, pattern[lead]!))),
      pattern,
      depression * random.uniform(-0.5, 0.5),
    ),
  };
}
