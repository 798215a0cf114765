import type { FoldedLog } from '../../review/foldLog';
import type { LogEntry } from '../../review/logEntry';
import type { ReviewItem } from '../../review/order';
import type { Reader } from '../../review/reader';
import type { PrototypeStudy, ReadingStudy, Study } from '../../review/study';
import type { Session } from './database';

/** What of reviews is on this computer. */
export type ShelfState =
  | { readonly status: 'opening' }
  | { readonly status: 'ready'; readonly sessions: readonly Session[]; readonly studies: readonly Study[] }
  | { readonly status: 'failed'; readonly sentence: string };

interface OpenSession {
  readonly id: string;
  readonly reader: Reader;
  readonly entries: readonly LogEntry[];
  /** What the entries say; never kept. */
  readonly folded: FoldedLog;
}

/** The session that the reader is in. */
export type OpenReview =
  | (OpenSession & {
      readonly kind: 'prototypes';
      readonly study: PrototypeStudy;
      readonly order: readonly ReviewItem[];
      /** The item that is shown; null where all are done, or the gate was failed. */
      readonly item: ReviewItem | null;
    })
  | (OpenSession & {
      readonly kind: 'reading';
      readonly study: ReadingStudy;
      /** Cases by their place in the study, in this reader's order. */
      readonly order: readonly number[];
      readonly place: number | null;
    });

/** Whether what the reader answered is safe: it is on its way, it is durable, or it could not be kept. */
export type SavingState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly sentence: string };

/** Everything that review mode knows. */
export interface ReviewState {
  readonly shelf: ShelfState;
  readonly open: OpenReview | null;
  readonly saving: SavingState;
  /** Why nothing outlives the page; null where the browser keeps reviews. */
  readonly forgetful: string | null;
}
