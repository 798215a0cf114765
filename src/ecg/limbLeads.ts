import type { Ecg } from './ecg';
import type { LeadName } from './lead';

/** The six limb leads. */
export type LimbLeadName = 'I' | 'II' | 'III' | 'aVR' | 'aVL' | 'aVF';

/** Samples of some leads, in millivolts, all of the same length. */
export type SomeLeads = Readonly<Partial<Record<LeadName, Float32Array>>>;

/**
 * All six limb leads from two of I, II and III: III = II − I (Einthoven), aVR = −(I + II) / 2, aVL = I − II / 2 and
 * aVF = II − I / 2 (Goldberger). Stored leads are given back as they are.
 * @throws RangeError where fewer than two of I, II and III are given.
 */
export function toLimbLeads(stored: SomeLeads): Record<LimbLeadName, Float32Array> {
  const { I = combine(stored.II, 1, stored.III, -1), II = combine(stored.I, 1, stored.III, 1) } = stored;
  return {
    I,
    II,
    III: stored.III ?? combine(II, 1, I, -1),
    aVR: stored.aVR ?? combine(I, -0.5, II, -0.5),
    aVL: stored.aVL ?? combine(I, 1, II, -0.5),
    aVF: stored.aVF ?? combine(II, 1, I, -0.5),
  };
}

/**
 * How far six recorded limb leads are from Einthoven's and Goldberger's laws: the largest absolute difference, in
 * millivolts, between III, aVR, aVL or aVF and what I and II say of it. Missing samples are passed over.
 */
export function findEinthovenResidualMv(leads: Readonly<Record<LimbLeadName, Float32Array>>): number {
  const expected = toLimbLeads({ I: leads.I, II: leads.II });
  let largest = 0;
  for (const lead of ['III', 'aVR', 'aVL', 'aVF'] as const) {
    const [recorded, wanted] = [leads[lead], expected[lead]];
    for (let index = 0; index < recorded.length; index++) {
      const difference = Math.abs(recorded[index]! - wanted[index]!);
      if (difference > largest) largest = difference;
    }
  }
  return largest;
}

/** {@link findEinthovenResidualMv} of an ECG; undefined where a limb lead was computed from others, or is empty. */
export function findRecordedResidualMv({ leads, derivedLeads = [] }: Ecg): number | undefined {
  const limbLeads = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'] as const;
  const isRecorded = limbLeads.every((lead) => !derivedLeads.includes(lead) && leads[lead].some(Number.isFinite));
  return isRecorded ? findEinthovenResidualMv(leads) : undefined;
}

function combine(one: Float32Array | undefined, a: number, other: Float32Array | undefined, b: number): Float32Array {
  if (!one || !other) throw new RangeError('Limb leads follow from two of I, II and III, not from fewer.');
  // Adding 0 turns −0 into 0.
  return one.map((sample, index) => a * sample + b * other[index]! + 0);
}
