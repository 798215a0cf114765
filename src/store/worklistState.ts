import type { ReadingProgress } from '../signal/longRecording/longRecordingProtocol';
import type { DroppedFile } from './droppedFile';
import type { Questions, ReadyRecording } from './recordingState';
import type { CaseResults } from './resultsState';

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
