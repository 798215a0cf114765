import type { LedgerComparison } from '../explanation/compareLedger';
import type { BackendName, BackendReport } from '../model/protocol';
import type { DroppedFile } from './droppedFile';

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
