import type { LeadVector } from '../anatomy/leadSpace';
import { addScaled } from '../anatomy/leadSpace';
import type { Repolarisation } from './repolarisation';

/**
 * Repolarisation after abnormal activation: what activates last recovers last, so that ST and T point against the area
 * of the QRS complex (Wilson's ventricular gradient). `share` 1 is full discordance, as in bundle branch block.
 *
 * @param qrsArea in millivolt seconds, per independent lead.
 */
export function addSecondaryRepolarisation(
  repolarisation: Repolarisation,
  qrsArea: LeadVector,
  share: number,
): Repolarisation {
  return {
    ...repolarisation,
    segment: addScaled(repolarisation.segment, qrsArea, -1.7 * share),
    t: addScaled(repolarisation.t, qrsArea, -5 * share),
  };
}
