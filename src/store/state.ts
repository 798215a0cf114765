import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import type { RecordingSource } from '../ecg/recordingSource';
import type { FactPreview, MissingFact, StatedFacts } from '../ecg/statedFacts';
import type { LedgerComparison } from '../explanation/compareLedger';
import type { LedgerFile } from '../explanation/ledgerFile';
import type { PrototypeKey } from '../explanation/prototypeKey';
import type { Muting } from '../explanation/whatIf';
import type { PackEntry } from '../model/packIndex';
import type { Prediction } from '../model/prediction';
import type { Calipers } from '../signal/measure/calipers';
import type { BackendName, BackendReport, LoadedPack, LoadProgress } from '../model/protocol';
import type { ReadingProgress } from '../signal/longRecording/longRecordingProtocol';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import type { Overview } from '../signal/overview';
import type { DroppedFile } from './droppedFile';
import type { ScreenCalibration } from './screenScale';

/** Which model packs there are to choose from. */
export type PackListState =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly entries: readonly PackEntry[] }
  | { readonly status: 'failed'; readonly sentence: string };

/** The chosen model pack. */
export type PackState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly name: string; readonly progress: LoadProgress | null }
  | { readonly status: 'ready'; readonly name: string; readonly pack: LoadedPack }
  | { readonly status: 'failed'; readonly name: string; readonly sentence: string };

/** A recording that is longer than what the network reads of it. */
export interface WholeRecording {
  readonly source: RecordingSource;
  readonly overview: Overview;
  /** Where the stretch that is used starts. */
  readonly startSeconds: number;
  /** The stretch that is used where the reader chooses no other. */
  readonly best: { readonly startSeconds: number; readonly ecg: Ecg };
}

/** What a recording's files do not say, and what the reader has stated of it so far. */
export interface Questions {
  /** What is missing. */
  readonly sentence: string;
  readonly missing: readonly MissingFact[];
  readonly preview?: FactPreview;
  readonly stated: StatedFacts;
  /** Why it cannot be read with what was stated; null where that was not tried. */
  readonly refusal: string | null;
}

/** An ECG that was read, as recorded, and the names of its files. */
export interface ReadyRecording {
  readonly status: 'ready';
  /** What is drawn, measured and given to the network: at most ten seconds. */
  readonly ecg: Ecg;
  /** Where that is a stretch of a longer recording, that recording. */
  readonly whole?: WholeRecording;
  readonly names: readonly string[];
  /** The explanation that the ECG was read from; absent where it comes from a recorder's file. */
  readonly ledger?: LedgerFile;
  /** Where the reader stated what its files do not say: those files, to be read anew where that is changed. */
  readonly answered?: { readonly files: readonly DroppedFile[]; readonly questions: Questions };
}

/** The open recording. While a new one is read, the one before stays on the page. */
export type RecordingState =
  | { readonly status: 'empty' }
  | {
      readonly status: 'reading';
      /** Its entry of the worklist. */
      readonly id: number;
      readonly names: readonly string[];
      readonly before: ReadyRecording | null;
    }
  /** The reader is asked what the files of an entry of the worklist do not say. */
  | { readonly status: 'asking'; readonly id: number; readonly names: readonly string[]; readonly before: ReadyRecording | null }
  | ReadyRecording
  | { readonly status: 'failed'; readonly names: readonly string[]; readonly sentence: string };

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

/**
 * How far one recording of the worklist is: its files wait to be read, with what was stated of them; are being read; do
 * not say all; were read; or were refused.
 */
export type EntryRecording =
  | { readonly status: 'waiting'; readonly files: readonly DroppedFile[]; readonly questions?: Questions }
  | {
      readonly status: 'reading';
      readonly files: readonly DroppedFile[];
      readonly questions?: Questions;
      /** How far a long recording is; absent where nobody has to wait for it. */
      readonly progress?: ReadingProgress;
    }
  | { readonly status: 'asking'; readonly files: readonly DroppedFile[]; readonly questions: Questions }
  | ReadyRecording
  | { readonly status: 'refused'; readonly sentence: string };

/** One recording of this session. */
export interface WorklistEntry {
  readonly id: number;
  /** Names of its files. */
  readonly names: readonly string[];
  readonly recording: EntryRecording;
  /** What tells its files from all others; null before they were read, and where the page cannot tell. */
  readonly fingerprint: string | null;
  /** What was made of it. Of the open recording the page itself holds this, and what stands here is past. */
  readonly results: CaseResults;
}

/** The recordings of this session in their order. Nothing of it is ever kept. */
export interface WorklistState {
  readonly entries: readonly WorklistEntry[];
  /** The one on the page. */
  readonly openId: number | null;
  /** The worklist as it was before recordings were closed, for as long as that can be undone. */
  readonly closed: Pick<WorklistState, 'entries' | 'openId'> | null;
}

/** The ways of laying out twelve leads: a whole page, in the form that is chosen; all leads at the match; one row a lead. */
export const LAYOUTS = ['page', 'matched', 'stacked'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The forms of a whole page: 3 × 4 and a rhythm strip; 3 × 4 and three; 6 × 2. */
export const PAGE_FORMS = ['page', 'pageThreeStrips', 'sixByTwo'] as const;
export type PageForm = (typeof PAGE_FORMS)[number];

/** The paper's speeds, in millimetres a second. */
export const PAPER_SPEEDS = [25, 50] as const;
export type PaperSpeed = (typeof PAPER_SPEEDS)[number];

/** The paper's gains, in millimetres a millivolt. */
export const PAPER_GAINS = [5, 10, 20] as const;
export type PaperGain = (typeof PAPER_GAINS)[number];

/** The orders of the limb leads: the standard one, or Cabrera's. */
export const LEAD_ORDERS = ['standard', 'cabrera'] as const;
export type LeadOrder = (typeof LEAD_ORDERS)[number];

/** What is drawn: the recording, the network's input, or what they differ by. */
export const SIGNALS = ['recorded', 'seen', 'difference'] as const;
export type Signal = (typeof SIGNALS)[number];

/** The colours of the page; `system` follows the computer. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of the ECG's paper: as printed, or white, greys and black for glare, weak projectors and weak eyes. */
export const PAPER_COLOURS = ['ecg', 'highContrast'] as const;
export type PaperColours = (typeof PAPER_COLOURS)[number];

/** The order of the cases: by size of contribution, or as the reference ranks, by similarity among the statement's own. */
export const CASE_ORDERS = ['contribution', 'ownSimilarity'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** From where contributions count: from similarities of 0, or from those of the pack's average ECG. */
export const LEDGER_BASES = ['zero', 'average'] as const;
export type LedgerBase = (typeof LEDGER_BASES)[number];

/** What is muted, and what the network says of the ECG with leads flat. It belongs to the prediction on the page. */
export interface WhatIfState extends Muting {
  /** Of the muted prototypes those that were muted together, because they are rated bad. */
  readonly ratedBad: readonly PrototypeKey[];
  /** The leads that are to be flat. */
  readonly leads: readonly LeadName[];
  /** The network's newest answer, and to which flat leads; null where none is muted or none has come. */
  readonly answer: {
    readonly leads: readonly LeadName[];
    readonly prediction: Prediction;
    readonly milliseconds: number;
  } | null;
  readonly run:
    | { readonly status: 'idle' }
    | { readonly status: 'running' }
    | { readonly status: 'failed'; readonly sentence: string };
}

/**
 * How a case is shown: both ECGs side by side; the same with their R peaks at one place; both on one paper; or the patient
 * minus the prototype.
 */
export const CASE_VIEWS = ['beside', 'aligned', 'overlaid', 'difference'] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

/** How the page looks: never what it shows. */
export interface DisplayState {
  /** `automatic` follows the chosen prototype: all leads at the match where it has one, else the whole page. */
  readonly layout: Layout | 'automatic';
  readonly pageForm: PageForm;
  readonly leadOrder: LeadOrder;
  /** The lead over the whole time, below the page and below all leads at the match. */
  readonly rhythmLead: LeadName;
  readonly paperSpeedMmPerSecond: PaperSpeed;
  readonly gainMmPerMv: PaperGain;
  /** Asked for; what is drawn is the recording until the network has had its input. */
  readonly signal: Signal;
  /** How long a millimetre is on the screens that were measured. */
  readonly calibrations: readonly ScreenCalibration[];
  readonly theme: Theme;
  readonly paperColours: PaperColours;
  /** Whether the reader has put the note on intended use aside. */
  readonly isNoteRead: boolean;
  readonly caseOrder: CaseOrder;
  readonly ledgerBase: LedgerBase;
  readonly caseView: CaseView;
}

/** An ECG that the site itself offers, on its way or here. */
export type FetchedEcgState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly ecg: Ecg }
  | { readonly status: 'failed'; readonly sentence: string };

/** An ECG of the gallery that the site offers. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What to look at, in one or two sentences. */
  readonly caption: string;
  /** The lead that shows it best. */
  readonly lead: LeadName;
  /** Names of its files. */
  readonly files: readonly string[];
}

/** Something to tell the reader once; the page has the words. */
export type NoticeContent =
  | { readonly kind: 'refused'; readonly names: readonly string[]; readonly sentence: string }
  | { readonly kind: 'noneRead'; readonly count: number }
  | { readonly kind: 'cancelled'; readonly names: readonly string[]; readonly isBeforeOpen: boolean }
  | { readonly kind: 'closed'; readonly recordings: readonly string[] }
  | { readonly kind: 'alreadyListed'; readonly recordings: readonly string[] }
  | { readonly kind: 'backendChanged'; readonly backend: BackendReport }
  | { readonly kind: 'unknownPack'; readonly wanted: string }
  | { readonly kind: 'unknownBackend'; readonly wanted: string }
  | { readonly kind: 'unsaved' }
  /** Studies and readers' answers that were given where ECGs are read. */
  | { readonly kind: 'forReview'; readonly names: readonly string[]; readonly files: readonly DroppedFile[] }
  | { readonly kind: 'notSaved'; readonly sentence: string }
  | LedgerNotice;

/** How an explanation from a file agrees with what was computed of its ECG now. */
export interface LedgerNotice {
  readonly kind: 'ledgerOpened';
  readonly written: NamedModel & { readonly time: string };
  readonly now: NamedModel;
  /** The explanation's statement, where the model that serves now does not have it. */
  readonly statement: string | null;
  readonly comparison: LedgerComparison;
}

/** A model and what computed it. */
export interface NamedModel {
  readonly name: string;
  readonly sha256: string;
  readonly backend: BackendName;
}

/** A notice until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly content: NoticeContent;
}

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
