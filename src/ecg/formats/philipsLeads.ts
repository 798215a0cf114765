import type { LeadName } from '../lead';
import { findLead } from '../leadName';

/** A shorter stretch that all leads share may be chance. */
const SHORTEST_PULSE_SAMPLES = 50;

/**
 * The leads as they were recorded. Where III, aVR, aVL and aVF are stored as what is left of them when I and II have
 * been taken away, they are restored, halves rounded down. Such residuals are near zero.
 * @param areResiduals undefined where the file does not tell: then the samples of III do.
 */
export function toRecordedLimbLeads(
  labels: readonly string[],
  stored: readonly Int16Array[],
  areResiduals: boolean | undefined,
): readonly Int16Array[] {
  const at = (lead: LeadName): Int16Array | undefined => stored[labels.findIndex((label) => findLead(label) === lead)];
  const [I, II, III] = [at('I'), at('II'), at('III')];
  if (!I || !II || !III) return stored;
  if (!(areResiduals ?? isNearZero(III, I, II))) return stored;
  const restored = III.map((rest, index) => II[index]! - I[index]! - rest);
  return stored.map((samples, which) => {
    switch (findLead(labels[which]!)) {
      case 'III':
        return restored;
      case 'aVR':
        return samples.map((rest, index) => -rest - ((I[index]! + II[index]!) >> 1));
      case 'aVL':
        return samples.map((rest, index) => ((I[index]! - restored[index]!) >> 1) - rest);
      case 'aVF':
        return samples.map((rest, index) => ((II[index]! + restored[index]!) >> 1) - rest);
      default:
        return samples;
    }
  });
}

/** Whether III is nearer to zero than to II − I. */
function isNearZero(III: Int16Array, I: Int16Array, II: Int16Array): boolean {
  let fromZero = 0;
  let fromLaw = 0;
  III.forEach((sample, index) => {
    fromZero += Math.abs(sample);
    fromLaw += Math.abs(sample - (II[index]! - I[index]!));
  });
  return fromZero < fromLaw;
}

/**
 * The sample at which the calibration begins that Philips appends to a recording: zeros and a pulse of 1 mV, in all leads
 * alike. The number of samples where there is none.
 */
export function findCalibrationStart(leads: readonly Int16Array[]): number {
  const [first, ...others] = leads;
  let start = first!.length;
  while (start > 0 && others.every((lead) => lead[start - 1] === first![start - 1])) start--;
  const tail = first!.subarray(start);
  return tail.length >= SHORTEST_PULSE_SAMPLES && tail.some((sample) => sample !== 0) ? start : first!.length;
}
