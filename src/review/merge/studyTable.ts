import { type FoldedLog, foldLog, type ItemAnswers, type ItemState } from '../foldLog';
import { createOrder, type ReviewItem } from '../order';
import { isComplete, stateOf } from '../progress';
import type { Reader } from '../reader';
import type { ReaderFile } from '../readerFile';
import type { PrototypeStudy } from '../study';

/** One reader's work, laid open. */
export interface ReaderWork {
  readonly reader: Reader;
  readonly folded: FoldedLog;
  /** The items in the order in which this reader was asked. */
  readonly order: readonly ReviewItem[];
}

/**
 * Every reader's answers to every prototype that the study rates; never those to training, planted or repeated items, but
 * for one: a mark that a prototype was given only when it was shown again is its mark.
 */
export interface StudyTable {
  readonly study: PrototypeStudy;
  readonly readers: readonly ReaderWork[];
  /** A row a prototype, in the order of the study, a column a reader. */
  readonly states: readonly (readonly ItemState[])[];
}

/** Lays the answers of a study's readers side by side. @param files of this study. */
export function toStudyTable(study: PrototypeStudy, files: readonly ReaderFile[]): StudyTable {
  const readers = files.map(({ reader, entries }): ReaderWork => ({
    reader,
    folded: foldLog(entries),
    order: createOrder(study, reader.id),
  }));
  const states = study.items.map(({ prototype }) => readers.map(({ folded }) => findState(folded, prototype)));
  return { study, readers, states };
}

function findState(folded: FoldedLog, prototype: string): ItemState {
  const state = stateOf(folded, `rating:${prototype}`);
  const { mark } = stateOf(folded, `repeat:${prototype}`).answers;
  return mark === null || state.answers.mark !== null ? state : { ...state, answers: { ...state.answers, mark } };
}

/** The answers of a state, or null where the reader has not answered all that the study asks. */
export function findFinished(study: PrototypeStudy, state: ItemState): ItemAnswers | null {
  return isComplete(study, state) ? state.answers : null;
}
