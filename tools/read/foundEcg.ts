import { durationSeconds, type Ecg } from '../../src/ecg/ecg';
import { type LeadName, STANDARD_LEADS } from '../../src/ecg/lead';
import { findRecordedResidualMv } from '../../src/ecg/limbLeads';

const FIRST_COUNT = 8;

/** What a reader found in one recording. Voltages are rounded to nanovolts; null stands for a sample that is missing. */
export interface FoundEcg {
  readonly file: string;
  readonly format: string;
  readonly samplingRateHz: number;
  readonly durationSeconds: number;
  readonly leads: readonly FoundLead[];
  /** Where the millivolts come from: "1 LSB = 4.88 µV, from …". */
  readonly scale: string;
  /** How far the stored limb leads are from Einthoven's and Goldberger's laws; null where they are not all stored. */
  readonly einthovenResidualMv: number | null;
  /** What is wrong with the signal of the part that is used, worst first; empty where nothing was found. */
  readonly quality: readonly string[];
  readonly warnings: readonly string[];
}

interface FoundLead {
  readonly name: LeadName;
  /** Whether it is not stored but computed from other leads. */
  readonly derived: boolean;
  readonly firstMv: readonly (number | null)[];
  readonly minMv: number | null;
  readonly maxMv: number | null;
}

/**
 * What was found in the recording at a path.
 * @param quality what is wrong with its signal, a line each.
 */
export function toFoundEcg(file: string, ecg: Ecg, quality: readonly string[]): FoundEcg {
  const derived = ecg.derivedLeads ?? [];
  const residualMv = findRecordedResidualMv(ecg);
  return {
    file,
    format: ecg.format,
    samplingRateHz: ecg.samplingRateHz,
    durationSeconds: durationSeconds(ecg),
    leads: STANDARD_LEADS.map((name) => toFoundLead(name, ecg.leads[name], derived.includes(name))),
    scale: ecg.scale,
    einthovenResidualMv: residualMv === undefined ? null : toMillivolts(residualMv),
    quality,
    warnings: ecg.remarks,
  };
}

function toFoundLead(name: LeadName, samplesMv: Float32Array, derived: boolean): FoundLead {
  let [min, max] = [Infinity, -Infinity];
  for (const sample of samplesMv) {
    if (sample < min) min = sample;
    if (sample > max) max = sample;
  }
  const firstMv = Array.from(samplesMv.subarray(0, FIRST_COUNT), toMillivolts);
  return { name, derived, firstMv, minMv: toMillivolts(min), maxMv: toMillivolts(max) };
}

function toMillivolts(value: number): number | null {
  // Adding 0 turns −0 into 0.
  return Number.isFinite(value) ? Number(value.toFixed(6)) + 0 : null;
}
