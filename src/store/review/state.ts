import type { FoldedLog } from '../../review/foldLog';
import type { LogEntry } from '../../review/logEntry';
import type { ItemStatus } from '../../review/itemStatus';
import type { ReviewItem } from '../../review/order';
import type { Reader } from '../../review/reader';
import type { ReadersRatings } from '../../review/readersRatings';
import type { ItemOrder } from '../../review/sortItems';
import type { PrototypeStudy, ReadingStudy, Study } from '../../review/study';
import type { StudyPlan } from '../../review/studyPlan';
import type { Session } from './database';
import type { OpenedFile } from './openedFile';

/** What of reviews is on this computer. */
export type ShelfState =
  | { readonly status: 'opening' }
  | { readonly status: 'ready'; readonly sessions: readonly Session[]; readonly studies: readonly Study[] }
  | { readonly status: 'failed'; readonly sentence: string };

/** A session with its log, as they are on the page. */
export interface SessionLog {
  readonly id: string;
  readonly study: Study;
  readonly reader: Reader;
  /** All entries, also those that are not durable yet. */
  readonly entries: readonly LogEntry[];
  /** So many of them, from the first on, are durable. */
  readonly savedCount: number;
  /** What the entries say; never kept. */
  readonly folded: FoldedLog;
}

/** The session that the reader is in. */
export type OpenReview =
  | (SessionLog & {
      readonly kind: 'prototypes';
      readonly study: PrototypeStudy;
      readonly order: readonly ReviewItem[];
      /** The item that is shown; null where all are done, or the gate was failed. */
      readonly item: ReviewItem | null;
    })
  | (SessionLog & {
      readonly kind: 'reading';
      readonly study: ReadingStudy;
      /** Cases by their place in the study, in this reader's order. */
      readonly order: readonly number[];
      /** The case that is shown, by its place in the study; null where none is. */
      readonly place: number | null;
    });

/** Whether what the reader answered is safe: it is on its way, it is durable, or it could not be kept. */
export type SavingState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly sentence: string };

/** What the reader should know of what just happened; its words are the page's. */
export type ReviewNotice =
  /** So many answers given here were given in another tab too, in the meantime: those count. */
  | { readonly kind: 'overtaken'; readonly count: number }
  /** So many answers were given here after the review had been closed in another tab: they are not in it. */
  | { readonly kind: 'closedElsewhere'; readonly count: number }
  /** The browser had lost the review; all entries that this page holds were written again. */
  | { readonly kind: 'restored'; readonly count: number }
  /** An answers file was taken: as a review that is new here, or as more of one that is; or it held nothing new. */
  | { readonly kind: 'imported'; readonly title: string; readonly count: number; readonly isNew: boolean }
  | { readonly kind: 'nothingNew'; readonly title: string; readonly ahead: number }
  /** The file and this computer agree on the first entries and differ afterwards: nothing was changed. */
  | { readonly kind: 'forked'; readonly title: string; readonly common: number; readonly here: number; readonly inFile: number }
  /** The address names a review that is not on this computer. */
  | { readonly kind: 'noSuchReview' }
  /** The entry of that number, from 1, does not follow from the one before: the browser's storage was changed. */
  | { readonly kind: 'damaged'; readonly title: string; readonly entry: number }
  /** Another tab has a newer version of the page, and took over what is kept. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** How the items of the open session are listed, and whether single keys answer. Never kept. */
export interface RateView {
  readonly order: ItemOrder;
  /** The class whose items are listed; null: all. */
  readonly classCode: string | null;
  readonly status: ItemStatus | null;
  readonly areKeysOn: boolean;
}

/** Everything that review mode knows. */
export interface ReviewState {
  readonly shelf: ShelfState;
  /** The sessions whose logs were read or begun since the page was opened, by id. */
  readonly logs: Readonly<Record<string, SessionLog>>;
  /** The reader's own review of a pack, by the pack's SHA-256; null where it was looked for and there is none. */
  readonly own: Readonly<Record<string, string | null>>;
  readonly open: OpenReview | null;
  readonly view: RateView;
  /** By prototype: the standard deviation of representativeness among the readers whose answers were merged; empty where none were. */
  readonly disagreements: ReadonlyMap<string, number>;
  readonly saving: SavingState;
  /** Why nothing outlives the page; null where the browser keeps reviews. */
  readonly forgetful: string | null;
  /** Whether the browser promised not to clear reviews by itself; null where it was not asked or cannot say. */
  readonly isPersistent: boolean | null;
  readonly notice: ReviewNotice | null;
  /** What became of the files that were opened last. */
  readonly opened: readonly OpenedFile[];
  /** What the maker of a study has chosen so far; null where nothing was. */
  readonly plan: StudyPlan | null;
  /** What readers said of a pack's prototypes, once their answers were merged in this page; null until then. */
  readonly readersRatings: ReadersRatings | null;
}
