import type { LeadName } from '../ecg/lead';
import type { PrototypeKey } from '../explanation/prototypeKey';
import type { Prediction } from '../model/prediction';
import type { Calipers } from '../signal/measure/calipers';
import type { EcgMeasurements } from '../signal/measure/measureEcg';

/** What the network said about the open recording. */
export type InferenceState =
  | { readonly status: 'empty' }
  | { readonly status: 'running' }
  | {
      readonly status: 'ready';
      readonly prediction: Prediction;
      readonly milliseconds: number;
      /** What the network was given: 12 × 1000 samples in millivolts, lead by lead. */
      readonly input: Float32Array;
    }
  | { readonly status: 'failed'; readonly sentence: string };

/** What was measured in the open recording. */
export type MeasurementsState =
  | { readonly status: 'empty' }
  | { readonly status: 'measuring' }
  | { readonly status: 'ready'; readonly measured: EcgMeasurements }
  | { readonly status: 'failed'; readonly sentence: string };

/** What was measured in a source record of prototypes. */
export type PrototypeMeasurementsState = Exclude<MeasurementsState, { readonly status: 'empty' }>;

/** The statement under study and, of its prototypes, the one that is marked on the ECG. */
export type SelectionState =
  | { readonly status: 'none' }
  | { readonly status: 'statement'; readonly code: string; readonly prototype: PrototypeKey | null };

/** One lead that stands alone on the paper. */
export interface LeadFocus {
  readonly lead: LeadName;
  /** The time that was pointed at, in seconds; null where the lead was chosen by name. */
  readonly seconds: number | null;
  /** The magnification to return to. */
  readonly magnificationBefore: number;
}

/** How the open recording's paper is held: how near, which lead alone, and the calipers on it. */
export interface SheetState {
  /** 1 … 8: how many times larger than the paper's size the sheet is drawn. */
  readonly magnification: number;
  /** Null: all twelve leads. */
  readonly focus: LeadFocus | null;
  /** Null: there are none on the paper. */
  readonly calipers: Calipers | null;
}

/** What was made of one recording. */
export interface CaseResults {
  readonly measurements: MeasurementsState;
  readonly inference: InferenceState;
  readonly selection: SelectionState;
  readonly sheet: SheetState;
}
