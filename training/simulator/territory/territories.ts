import type { LeadName } from '../../../src/ecg/lead';
import type { Random } from '../../../tools/synthetic/random';
import { toLead } from '../anatomy/leadSpace';
import type { LeadVector } from '../anatomy/leadSpace';
import { drawFactor } from '../random';

/** A wall of the left ventricle as the leads see it. */
export interface Territory {
  /** The leads over it, in which a reader looks. */
  readonly leads: readonly LeadName[];
  /**
   * The share of a change over this wall that each independent lead sees (I, II, V1 to V6); opposite walls negative.
   */
  readonly pattern: LeadVector;
}

/**
 * Walls and leads: Wagner GS et al., AHA/ACCF/HRS recommendations VI: acute ischemia/infarction, J Am Coll Cardiol
 * 2009;53:1003. III, aVR, aVL and aVF follow from I and II, so that inferior change is seen reciprocally in aVL.
 */
export const TERRITORIES = {
  inferior: { leads: ['II', 'III', 'aVF'], pattern: [-0.22, 0.72, -0.1, -0.16, -0.1, 0, 0.08, 0.12] },
  inferolateral: { leads: ['II', 'III', 'aVF', 'V5', 'V6'], pattern: [0.06, 0.78, -0.12, -0.18, 0, 0.35, 0.75, 0.8] },
  lateral: { leads: ['I', 'aVL', 'V5', 'V6'], pattern: [0.72, 0.08, -0.1, -0.1, 0.05, 0.35, 0.72, 0.85] },
  anterolateral: { leads: ['I', 'aVL', 'V4', 'V5', 'V6'], pattern: [0.55, 0.12, 0.05, 0.3, 0.7, 1, 0.95, 0.75] },
  anterior: { leads: ['V2', 'V3', 'V4'], pattern: [0.12, 0.04, 0.25, 0.8, 1, 0.85, 0.3, 0.1] },
  anteroseptal: { leads: ['V1', 'V2', 'V3'], pattern: [0, -0.03, 0.75, 1, 0.9, 0.35, 0.08, 0] },
  posterior: { leads: ['V1', 'V2', 'V3'], pattern: [0, 0.02, -0.7, -1, -0.85, -0.3, 0.1, 0.25] },
  diffuse: { leads: ['I', 'II', 'V4', 'V5', 'V6'], pattern: [0.5, 0.62, -0.1, 0.1, 0.45, 0.9, 1, 0.85] },
} as const satisfies Record<string, Territory>;

/** The name of a wall. */
export type TerritoryName = keyof typeof TERRITORIES;

/** A wall's pattern as one person's leads see it: each share varied a little. */
export function drawPattern(name: TerritoryName, random: Random): LeadVector {
  const pattern = TERRITORIES[name].pattern;
  const varied = pattern.map((share) => share * drawFactor(random, 0.17));
  // The limb leads over the wall must still see it.
  const { leads } = TERRITORIES[name];
  return leads.every((lead) => toLead(varied, lead) * toLead(pattern, lead) > 0) ? varied : pattern;
}
