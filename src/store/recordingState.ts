import type { Ecg } from '../ecg/ecg';
import type { RecordingSource } from '../ecg/recordingSource';
import type { FactPreview, MissingFact, StatedFacts } from '../ecg/statedFacts';
import type { LedgerFile } from '../explanation/ledgerFile';
import type { Overview } from '../signal/overview';
import type { DroppedFile } from './droppedFile';

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
