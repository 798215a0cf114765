import type { DeviceMeasurements } from './deviceMeasurements';
import type { LeadName } from './lead';

/**
 * A 12-lead ECG in millivolts. Raw: as recorded, neither filtered nor resampled.
 *
 * All twelve leads have `sampleCount` samples at `samplingRateHz`. A sample that the file marks as missing is `NaN`.
 */
export interface Ecg {
  /** Samples per second of every lead, in hertz; at least 1. */
  readonly samplingRateHz: number;
  /** Number of samples in every lead. */
  readonly sampleCount: number;
  /** The samples of each lead, in millivolts. */
  readonly leads: Readonly<Record<LeadName, Float32Array>>;
  /** The file format in the field's words, for example "WFDB (format 16)". */
  readonly format: string;
  /** Where the millivolts come from, for example "1 LSB = 1 µV, from the gain of 1000 per mV in the header". */
  readonly scale: string;
  /** Sentences about the recording that a reader should know, in the order they were noticed. */
  readonly remarks: readonly string[];
  /** Leads that the file does not store and that were computed from others; none where absent. */
  readonly derivedLeads?: readonly LeadName[];
  /** What the device measured, where its file tells any of it. */
  readonly deviceMeasurements?: DeviceMeasurements;
}

/** The length of an ECG in seconds. */
export function durationSeconds(ecg: Ecg): number {
  return ecg.sampleCount / ecg.samplingRateHz;
}
