import type { BeatKind } from '../types';

/** Which of a person's forms of P wave. */
export type PFormName = 'sinus' | 'ectopic' | 'otherEctopic' | 'retrograde' | 'paced';

/** Which of a person's forms of ventricular complex. */
export type ComplexName = 'conducted' | 'premature' | 'otherPremature' | 'escape' | 'paced';

/** An activation of the atria: the time of the onset of its P wave in seconds from the first sample. */
export interface AtrialEvent {
  readonly onsetSeconds: number;
  readonly form: PFormName;
}

/** An activation of the ventricles: the time of the onset of its QRS complex in seconds from the first sample. */
export interface VentricularEvent {
  readonly onsetSeconds: number;
  readonly kind: BeatKind;
  readonly complex: ComplexName;
  /** The atrial event that belongs to it; null where none does. */
  readonly atrial: AtrialEvent | null;
}

/** A pacemaker's stimulus. */
export interface Spike {
  readonly seconds: number;
  readonly chamber: 'atrium' | 'ventricle';
}

/** Atria that never rest: fibrillating, or circling. */
export type AtrialWaves =
  | { readonly kind: 'fibrillation'; readonly frequencyHz: number; readonly coarseness: number }
  | { readonly kind: 'flutter'; readonly cycleSeconds: number; readonly phaseSeconds: number };

/** Everything that happens electrically, in time; it begins before the first sample and ends after the last. */
export interface Timeline {
  readonly atrial: readonly AtrialEvent[];
  readonly ventricular: readonly VentricularEvent[];
  readonly spikes: readonly Spike[];
  /** Atrial waves with the spans in which they are present, seconds. */
  readonly atrialWaves: AtrialWaves | null;
  /** Mean interval between ventricular activations, in seconds, to which QT has adapted. */
  readonly meanRrSeconds: number;
}

/** The seconds before the first and after the last sample that a timeline covers. */
export const LEAD_IN_SECONDS = 3;
