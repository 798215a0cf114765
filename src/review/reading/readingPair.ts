import type { Reading } from '../foldLog';
import { foldLog } from '../foldLog';
import { createCaseOrder } from '../order';
import type { ReaderFile } from '../readerFile';
import type { ReadingStudy } from '../study';
import { foldReadings } from './caseState';

/** One ECG as one reader read it, alone and then with the explanation. */
export interface ReadingPair {
  /** The ECG's place in the study. */
  readonly place: number;
  readonly first: Reading;
  readonly final: Reading;
  /** What is true of it; null where the study does not know. */
  readonly truth: readonly string[] | null;
}

/** What one reader's answers hold. */
export interface ReaderReadings {
  readonly reader: ReaderFile['reader'];
  readonly pairs: readonly ReadingPair[];
  /** How many ECGs were read alone only, for the model could not explain them. */
  readonly unexplainedCount: number;
  /** How many were read alone and wait for the final reading, or were not read at all. */
  readonly unreadCount: number;
}

/** One reader's readings, from the log. */
export function toReaderReadings(study: ReadingStudy, { reader, entries }: Pick<ReaderFile, 'reader' | 'entries'>): ReaderReadings {
  const cases = foldReadings(study, createCaseOrder(study, reader.id), foldLog(entries));
  return {
    reader,
    pairs: cases.flatMap(({ place, first, final }) => (first && final ? [{ place, first, final, truth: study.cases[place]!.truth }] : [])),
    unexplainedCount: cases.filter(({ isUnexplained }) => isUnexplained).length,
    unreadCount: cases.filter(({ asks }) => asks !== 'nothing').length,
  };
}
