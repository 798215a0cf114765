import type { Ecg } from '../../src/ecg/ecg';
import type { LeadName } from '../../src/ecg/lead';

/** The sex that normal limits distinguish. */
export type Sex = 'male' | 'female';

/** What to simulate: a person, what the ECG shall show, and the seed of everything else. */
export interface SimulationRequest {
  /**
   * SCP-ECG codes in PTB-XL's spelling (see `src/model/statements.ts`), free of contradiction (`findContradiction`).
   */
  readonly statements: readonly string[];
  /** Age in years, 18 to 95. */
  readonly ageYears: number;
  readonly sex: Sex;
  /** A whole number; the same request and seed give the same bytes. */
  readonly seed: number;
  /** Samples per second, in hertz; 500 unless told. */
  readonly samplingRateHz?: number;
  /** Length in seconds; 10 unless told. */
  readonly seconds?: number;
  /**
   * `clinic` adds what clinics add (wander, muscle, mains, filters …); `none` is the heart alone. `clinic` unless
   * told.
   */
  readonly nuisance?: 'none' | 'clinic';
}

/** A simulated 12-lead ECG with what is true of it. */
export interface SimulatedEcg {
  readonly ecg: Ecg;
  /** The requested statements, in the order of the request. */
  readonly statements: readonly string[];
  readonly truth: GroundTruth;
}

/** What the simulator knows of its ECG: every beat, and where each finding can be seen. */
export interface GroundTruth {
  /** The beats whose QRS onset lies in the recording, in time. */
  readonly beats: readonly Beat[];
  /** Every P wave that lies in the recording in part, conducted or not, in time. */
  readonly pWaves: readonly Wave[];
  /** One finding for each requested statement, in the order of the request. */
  readonly findings: readonly Finding[];
}

/** Where the impulse of a beat arose. */
export type BeatKind = 'sinus' | 'atrial' | 'junctional' | 'ventricular' | 'paced' | 'fibrillation' | 'flutter';

/** One ventricular complex, with the P wave that belongs to it (conducted to it, or paced before it). */
export interface Beat {
  readonly kind: BeatKind;
  readonly p: Wave | null;
  readonly qrs: Wave;
  readonly t: Wave | null;
}

/** A wave's times, in seconds from the first sample; onset < peak < offset. They may lie outside of the recording. */
export interface Wave {
  readonly onsetSeconds: number;
  readonly peakSeconds: number;
  readonly offsetSeconds: number;
}

/** Where a finding can be seen: in these leads, during these windows (seconds from the first sample). */
export interface Finding {
  readonly code: string;
  readonly leads: readonly LeadName[];
  readonly windows: readonly (readonly [startSeconds: number, endSeconds: number])[];
}
