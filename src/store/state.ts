import type { DisplayState } from './displayState';
import type { Notice } from './noticeState';
import type { FetchedEcgState, Sample } from './offeredEcgState';
import type { PackListState, PackState } from './packState';
import type { RecordingState } from './recordingState';
import type { InferenceState, MeasurementsState, PrototypeMeasurementsState, SelectionState, SheetState } from './resultsState';
import type { WhatIfState } from './whatIfState';
import type { WorklistState } from './worklistState';

/** Everything the page knows, one key a slice. */
export interface AppState {
  readonly packList: PackListState;
  readonly pack: PackState;
  readonly worklist: WorklistState;
  readonly recording: RecordingState;
  readonly measurements: MeasurementsState;
  readonly inference: InferenceState;
  readonly selection: SelectionState;
  /** The id in the worklist of the recording that lies beside the open one; null where none does. */
  readonly comparison: number | null;
  readonly whatIf: WhatIfState;
  readonly sheet: SheetState;
  /** By the record's id in the open pack. */
  readonly prototypeRecords: Readonly<Record<string, FetchedEcgState>>;
  /** What was measured in source records of prototypes, by pack and record; see `prototypeMeasurementsKey`. */
  readonly prototypeMeasurements: Readonly<Record<string, PrototypeMeasurementsState>>;
  /** The ECGs that the start page offers; none where the site has no gallery. */
  readonly samples: readonly Sample[];
  /** By the sample's id. */
  readonly sampleEcgs: Readonly<Record<string, FetchedEcgState>>;
  readonly display: DisplayState;
  readonly notices: readonly Notice[];
}
