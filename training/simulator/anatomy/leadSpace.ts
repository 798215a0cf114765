import type { LeadName } from '../../../src/ecg/lead';
import { mapLeads } from '../../../src/ecg/mapLeads';

/** The eight leads from which the other four follow: every wave of the simulator has one amplitude for each of them. */
export const INDEPENDENT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];

/** Amplitudes in the eight independent leads, in millivolts, in their order. */
export type LeadVector = readonly number[];

/** The sum of two lead vectors, the second one multiplied by `factor`. */
export function addScaled(first: LeadVector, second: LeadVector, factor = 1): LeadVector {
  return first.map((value, index) => value + factor * second[index]!);
}

/**
 * Each of the twelve leads as a sum of the eight: III by Einthoven's law, the augmented limb leads by Goldberger's
 * relations.
 */
const WEIGHTS: Readonly<Record<LeadName, LeadVector>> = {
  I: [1, 0, 0, 0, 0, 0, 0, 0],
  II: [0, 1, 0, 0, 0, 0, 0, 0],
  III: [-1, 1, 0, 0, 0, 0, 0, 0],
  aVR: [-0.5, -0.5, 0, 0, 0, 0, 0, 0],
  aVL: [1, -0.5, 0, 0, 0, 0, 0, 0],
  aVF: [-0.5, 1, 0, 0, 0, 0, 0, 0],
  V1: [0, 0, 1, 0, 0, 0, 0, 0],
  V2: [0, 0, 0, 1, 0, 0, 0, 0],
  V3: [0, 0, 0, 0, 1, 0, 0, 0],
  V4: [0, 0, 0, 0, 0, 1, 0, 0],
  V5: [0, 0, 0, 0, 0, 0, 1, 0],
  V6: [0, 0, 0, 0, 0, 0, 0, 1],
};

/** The amplitude of a lead vector in one of the twelve leads, in millivolts. */
export function toLead(vector: LeadVector, lead: LeadName): number {
  return WEIGHTS[lead].reduce((sum, weight, index) => sum + weight * vector[index]!, 0);
}

/** Twelve leads from eight (same length each, millivolts), by Einthoven's law and Goldberger's relations. */
export function toTwelveLeads(independent: readonly Float64Array[]): Record<LeadName, Float32Array> {
  const limb = independent.slice(0, 2) as [Float64Array, Float64Array];
  const combine = (lead: LeadName): Float32Array => {
    const [ofI, ofII] = WEIGHTS[lead] as [number, number];
    const combined = new Float32Array(limb[0].length);
    for (let sample = 0; sample < combined.length; sample++)
      combined[sample] = ofI * limb[0][sample]! + ofII * limb[1][sample]!;
    return combined;
  };
  return mapLeads((lead) => {
    const own = (INDEPENDENT_LEADS as readonly LeadName[]).indexOf(lead);
    return own < 0 ? combine(lead) : new Float32Array(independent[own]!);
  });
}
