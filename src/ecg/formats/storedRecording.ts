import type { DeviceMeasurements } from '../deviceMeasurements';
import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { findLead } from '../leadName';
import { findEinthovenResidualMv, type SomeLeads, toLimbLeads } from '../limbLeads';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toAmplitudeRemarks } from './implausibleAmplitude';
import { toMissingRemarks } from './missingRemarks';
import { toRecordingRemarks } from './recordingLimits';
import { toIndependentLeadPositions } from './standardLeads';

/** One lead as a file stores it. */
export interface StoredLead {
  /** The lead's name as the file writes it. */
  readonly label: string;
  /** What the file stores: whole steps, or numbers in its own unit; NaN where it marks a sample as missing. */
  readonly samples: ArrayLike<number>;
  /** Microvolts of one step. */
  readonly microvoltsPerStep: number;
  /** Microvolts of the value 0; 0 unless given. */
  readonly originMicrovolts?: number;
}

/** A recording as the reader of a device's file found it. */
export interface StoredRecording {
  /** The file's name, for sentences. */
  readonly name: string;
  /** The format in the field's words. */
  readonly format: string;
  readonly samplingRateHz: number;
  readonly leads: readonly StoredLead[];
  /** Samples of every lead in the whole recording, of which the leads hold a part; they hold all of it unless given. */
  readonly wholeSampleCount?: number;
  /** The field that the scale comes from, "LeadAmplitudeUnitsPerBit". */
  readonly scaleField: string;
  /** What 1 in the file is called; "LSB", the step of a converter, unless given. */
  readonly stepName?: string;
  readonly remarks?: readonly string[];
  readonly deviceMeasurements?: DeviceMeasurements;
}

/** Leads of one recording that differ by more than this from Einthoven's law did not come from the same electrodes. */
const LARGEST_RESIDUAL_MV = 0.05;

/**
 * The 12-lead ECG in a stored recording: leads by name, in millivolts; limb leads that are not stored are computed from
 * two of I, II and III.
 * @returns the part of it that the leads hold; what is remarked of samples is of that part.
 * @throws Problem where a lead is missing, given twice or of another length, or where the recording is too short or slow.
 */
export function toEcg(recording: StoredRecording): Ecg {
  const { name, format, samplingRateHz, deviceMeasurements } = recording;
  const { positions, others } = toIndependentLeadPositions(recording.leads.map(({ label }) => label), name);
  const used = STANDARD_LEADS.filter((lead) => positions[lead] !== undefined);
  const stored = used.map((lead) => recording.leads[positions[lead]!]!);
  const sampleCount = toCommonLength(stored, name);
  const limits = toRecordingRemarks(samplingRateHz, recording.wholeSampleCount ?? sampleCount, name);
  const recorded: SomeLeads = Object.fromEntries(used.map((lead, index) => [lead, toMillivolts(stored[index]!, name)]));
  const derivedLeads = STANDARD_LEADS.filter((lead) => !recorded[lead]);
  const leads = { ...recorded, ...toLimbLeads(recorded) } as Record<LeadName, Float32Array>;
  return {
    samplingRateHz,
    sampleCount,
    leads,
    format,
    scale: toScaleSentence(stored, recording),
    remarks: [
      ...limits,
      ...toDerivedRemarks(derivedLeads),
      ...(derivedLeads.length === 0 ? toEinthovenRemarks(leads) : []),
      ...(recording.remarks ?? []),
      ...toMissingRemarks(recorded),
      ...(others.length > 0 ? [`Signals beside the twelve leads were not read: ${toListing(others.map(toQuote))}.`] : []),
      ...toAmplitudeRemarks({ leads, samplingRateHz }),
    ],
    ...(derivedLeads.length > 0 && { derivedLeads }),
    ...(deviceMeasurements && { deviceMeasurements }),
  };
}

function toCommonLength(leads: readonly StoredLead[], name: string): number {
  const [first, ...others] = leads;
  const { length } = first!.samples;
  const other = others.find(({ samples }) => samples.length !== length);
  if (!other) return length;
  const lengths = `${length} samples of ${toQuote(first!.label)} but ${other.samples.length} of ${toQuote(other.label)}`;
  throw new Problem(`${name} holds ${lengths}, so the leads do not belong together.`);
}

function toMillivolts({ label, samples, microvoltsPerStep, originMicrovolts = 0 }: StoredLead, name: string): Float32Array {
  // Float32Array.from would first make a list of all numbers, in a long recording hundreds of megabytes.
  const millivolts = new Float32Array(samples.length);
  let isPossible = true;
  for (let index = 0; index < samples.length; index++) {
    millivolts[index] = (originMicrovolts + samples[index]! * microvoltsPerStep) / 1000;
    if (!Number.isFinite(millivolts[index]) && !Number.isNaN(samples[index])) isPossible = false;
  }
  if (isPossible) return millivolts;
  throw new Problem(`${name} gives ${toQuote(label)} the impossible scale of ${microvoltsPerStep} µV a step.`);
}

/** "1 LSB = 4.88 µV, from LeadAmplitudeUnitsPerBit"; where leads differ, each scale with its leads. */
function toScaleSentence(leads: readonly StoredLead[], { scaleField, stepName = 'LSB' }: StoredRecording): string {
  const steps = leads.map(({ microvoltsPerStep }) => Number(microvoltsPerStep.toPrecision(4)));
  const parts = [...new Set(steps)].map((step, _, all) => {
    const names = leads.filter((_lead, index) => steps[index] === step).map(({ label }) => findLead(label)!);
    return `1 ${stepName} = ${step} µV${all.length > 1 ? ` (${toListing(names)})` : ''}`;
  });
  return `${parts.join('; ')}, from ${scaleField}`;
}

function toDerivedRemarks(derived: readonly LeadName[]): string[] {
  if (derived.length === 0) return [];
  const were = derived.length === 1 ? 'is not stored: it was' : 'are not stored: they were';
  return [`${toListing(derived)} ${were} computed from the other limb leads.`];
}

function toEinthovenRemarks(leads: Readonly<Record<LeadName, Float32Array>>): string[] {
  const residualMv = findEinthovenResidualMv(leads);
  if (residualMv <= LARGEST_RESIDUAL_MV) return [];
  return [`The limb leads disagree by up to ${residualMv.toFixed(2)} mV with Einthoven’s and Goldberger’s laws.`];
}
