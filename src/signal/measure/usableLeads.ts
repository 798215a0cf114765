import type { Ecg } from '../../ecg/ecg';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';

/** A lead with something to measure in it: gaps bridged by straight lines, millivolts. */
export interface UsableLead {
  readonly name: LeadName;
  readonly samples: Float64Array;
}

/** The eight leads from which the other four follow (Einthoven, Goldberger). */
const INDEPENDENT: readonly LeadName[] = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

/** A lead that never leaves this range, in millivolts, shows no heart. */
const FLAT_MV = 0.02;

/**
 * The leads of an ECG that show something: neither flat nor missing for more than half of the recording. In standard
 * order; shorter gaps (`NaN`) are bridged by straight lines, so that filters can pass.
 */
export function findUsableLeads(ecg: Ecg): UsableLead[] {
  return STANDARD_LEADS.flatMap((name) => {
    const samples = bridgeGaps(ecg.leads[name]);
    return samples && isAlive(samples) ? [{ name, samples }] : [];
  });
}

/**
 * Of leads, those that are independent of each other: I, II and the chest leads; without I or II, any two of the limb
 * leads take their place, so that no lead counts twice.
 */
export function toIndependentLeads<Lead extends { readonly name: LeadName }>(leads: readonly Lead[]): Lead[] {
  const chest = leads.filter(({ name }) => name.startsWith('V'));
  const limb = leads.filter(({ name }) => !name.startsWith('V'));
  const preferred = limb.filter(({ name }) => INDEPENDENT.includes(name));
  const others = limb.filter(({ name }) => !INDEPENDENT.includes(name));
  return [...[...preferred, ...others].slice(0, 2), ...chest];
}

/** Samples with every gap (`NaN`) bridged by a straight line; undefined where more than half are missing. */
export function bridgeGaps(samples: Float32Array): Float64Array | undefined {
  const bridged = Float64Array.from(samples);
  let missing = 0;
  let last = -1;
  for (let index = 0; index <= samples.length; index++) {
    if (index < samples.length && Number.isNaN(samples[index])) {
      missing++;
      continue;
    }
    if (index - last > 1) bridge(bridged, last, index);
    last = index;
  }
  return missing > samples.length / 2 ? undefined : bridged;
}

/** Fills what lies between two samples that exist; a gap at an end takes the level beside it. */
function bridge(samples: Float64Array, left: number, right: number): void {
  const from = samples[left] ?? samples[right] ?? 0;
  const to = samples[right] ?? from;
  for (let index = left + 1; index < right; index++) {
    samples[index] = from + ((to - from) * (index - left)) / (right - left);
  }
}

function isAlive(samples: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (const value of samples) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low > FLAT_MV;
}
