import { findFormatText } from '../explanation/readVersioned';
import { READER_FORMAT } from './readerFile';
import { STUDY_FORMAT } from './study';

/** The text of a study file or of a file of answers, complete or not. */
export interface ReviewText {
  readonly kind: 'study' | 'answers';
  readonly text: string;
}

/** What of review mode a file is, judged by content alone; undefined for every other file. */
export function findReviewText(bytes: Uint8Array): ReviewText | undefined {
  // Answers hold their study too: they are looked for first.
  const answers = findFormatText(bytes, READER_FORMAT);
  if (answers !== undefined) return { kind: 'answers', text: answers };
  const study = findFormatText(bytes, STUDY_FORMAT);
  return study === undefined ? undefined : { kind: 'study', text: study };
}
