import type { Ecg } from '../../ecg/ecg';
import type { RecordingSource } from '../../ecg/recordingSource';
import type { Overview } from '../overview';

/** What the page asks of the worker that holds one long recording. */
export type LongRecordingRequest =
  | { readonly kind: 'open'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'read'; readonly id: number; readonly firstSample: number; readonly sampleCount: number };

/** What the worker answers: to `open` how far it is, again and again, then one of the next three; to `read` one of the last two. */
export type LongRecordingReply =
  | ({ readonly kind: 'progress' } & ReadingProgress)
  | ({ readonly kind: 'opened'; readonly overview: Overview } & Pick<RecordingSource, 'samplingRateHz' | 'sampleCount'>)
  | { readonly kind: 'unfit' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'excerpt'; readonly id: number; readonly ecg: Ecg }
  | { readonly kind: 'failed'; readonly id: number; readonly sentence: string };

/** How much of a long recording was read. */
export interface ReadingProgress {
  /** 0 … 1. */
  readonly share: number;
  /** The length of the whole recording. */
  readonly durationSeconds: number;
}
