import type { ReaderFile } from '../../review/readerFile';
import type { Study } from '../../review/study';
import type { DroppedFile } from '../droppedFile';

/** What became of a file that was opened in review mode, until the reader has done with it. */
export type OpenedFile =
  | { readonly kind: 'study'; readonly name: string; readonly study: Study }
  | { readonly kind: 'answers'; readonly name: string; readonly file: ReaderFile; readonly source: DroppedFile }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string }
  /** Neither studies nor answers, ECGs perhaps. */
  | { readonly kind: 'others'; readonly files: readonly DroppedFile[] };
