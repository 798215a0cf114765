import { Problem } from '../../ecg/problem';
import { toAnswersCsv } from '../answersCsv';
import { findReviewText } from '../findReviewText';
import { foldLog } from '../foldLog';
import { createCaseOrder, createOrder } from '../order';
import type { Reader } from '../reader';
import type { ReaderFile } from '../readerFile';
import { readReaderFile } from '../readReaderFile';
import type { Study } from '../study';
import { type GivenFile, isLockedFile, type MergedFiles, mergeReaderFiles } from './mergeReaderFiles';
import { type StudySummary, summariseStudy } from './summariseStudy';

/** What a file of answers says of itself. */
export interface FileFacts {
  readonly study: Study;
  readonly reader: Reader;
  readonly written: string;
  readonly isLocked: boolean;
  /** Entries in the log, and items that they speak of. */
  readonly entryCount: number;
  readonly touchedCount: number;
  /** Items that the study asks of this reader. */
  readonly askedCount: number;
}

/** Which of the files that were read are merged, and how. */
export interface MergeChoice {
  /** In the order in which they count. */
  readonly ids: readonly number[];
  /** Whether readers who have not locked count, too. */
  readonly withUnlocked: boolean;
}

/** What came out of merging. */
export interface MergedStudy {
  readonly files: Omit<MergedFiles, 'readers'>;
  /** A reading study's readers are summed up by whoever shows them; null where nothing was merged. */
  readonly results:
    | { readonly kind: 'prototypes'; readonly summary: StudySummary }
    | { readonly kind: 'reading'; readonly readers: readonly ReaderFile[] }
    | null;
}

/** Where readers' files lie while they are merged. */
export interface MergeDesk {
  /** Reads a file and keeps it. @throws Problem where it holds no answers, or they were changed. */
  readonly read: (id: number, name: string, bytes: Uint8Array) => FileFacts;
  readonly merge: (choice: MergeChoice) => MergedStudy;
  /** The answers of the merged readers as CSV, one row an answer. */
  readonly writeAnswersCsv: (choice: MergeChoice) => string;
}

/** Creates an empty desk. */
export function createMergeDesk(): MergeDesk {
  const read = new Map<number, GivenFile>();
  const find = (id: number): GivenFile => {
    const given = read.get(id);
    if (!given) throw new Problem('The answers that were read are lost: open the files again.');
    return given;
  };
  const bringTogether = ({ ids, withUnlocked }: MergeChoice): MergedFiles =>
    mergeReaderFiles(ids.map(find), { withUnlocked });
  return {
    read: (id, name, bytes) => {
      const file = readAnswers(bytes);
      read.set(id, { id, name, file });
      return toFacts(file);
    },
    merge: (choice) => {
      const { readers, ...files } = bringTogether(choice);
      return { files, results: files.study && readers.length > 0 ? toResults(files.study, readers) : null };
    },
    writeAnswersCsv: (choice) => toAnswersCsv(bringTogether(choice).readers),
  };
}

function readAnswers(bytes: Uint8Array): ReaderFile {
  const found = findReviewText(bytes);
  if (found?.kind === 'answers') return readReaderFile(found.text);
  if (found?.kind === 'study') throw new Problem('This is a study, not a reader’s answers: open it in review mode to answer it.');
  throw new Problem('This is no file of a reader’s answers: such a file is exported in review mode.');
}

function toFacts(file: ReaderFile): FileFacts {
  const { study, reader, written, entries } = file;
  const order = study.kind === 'reading' ? createCaseOrder(study, reader.id) : createOrder(study, reader.id);
  return {
    study,
    reader,
    written,
    isLocked: isLockedFile(file),
    entryCount: entries.length,
    touchedCount: foldLog(entries).items.size,
    askedCount: order.length,
  };
}

function toResults(study: Study, readers: readonly ReaderFile[]): MergedStudy['results'] {
  if (study.kind === 'reading') return { kind: 'reading', readers };
  return { kind: 'prototypes', summary: summariseStudy(study, readers) };
}
