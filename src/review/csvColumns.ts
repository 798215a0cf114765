import type { TableItemKind, TableQuestion } from './codes';
import type { LogEntry } from './logEntry';
import type { Reader } from './reader';
import type { Study } from './study';

/** What a row of a table of answers is about. */
export interface TableItem {
  readonly kind: TableItemKind;
  /** `morphology/151`; empty of an ECG. */
  readonly prototype: string;
  readonly shownClass: string;
  readonly trueClass: string;
  readonly ecgSha256: string;
  readonly caseLabel: string;
}

/** One answer, and all that a row says of it. */
export interface TableAnswer {
  readonly study: Study;
  readonly reader: Reader;
  readonly entry: LogEntry;
  readonly itemId: string;
  readonly item: TableItem;
  readonly stage: string;
  readonly question: TableQuestion;
  readonly value: string | number;
  readonly label: string;
  readonly isUndone: boolean;
  readonly isLatest: boolean;
  /** Counted from 1; null of what is no training. */
  readonly attempt: number | null;
}

/** A column of a table of answers. */
interface Column {
  readonly name: string;
  /** As the codebook says it. */
  readonly meaning: string;
  readonly cell: (answer: TableAnswer) => string | number;
}

/** The columns of a table of answers, in their order. */
export const CSV_COLUMNS: readonly Column[] = [
  { name: 'study_sha256', meaning: 'SHA-256 of the study', cell: ({ study }) => study.contentSha256 },
  { name: 'study_title', meaning: 'title of the study', cell: ({ study }) => study.title },
  { name: 'pack_sha256', meaning: 'SHA-256 of the model pack’s manifest', cell: ({ study }) => study.pack.sha256 },
  { name: 'reader_id', meaning: 'drawn at random when the reader began', cell: ({ reader }) => reader.id },
  { name: 'reader_role', meaning: 'what the reader is, in the study’s words', cell: ({ reader }) => reader.role },
  { name: 'reader_years', meaning: 'years of reading ECGs; empty: not told', cell: ({ reader }) => reader.years ?? '' },
  { name: 'seq', meaning: 'number of the entry in the reader’s log, from 0', cell: ({ entry }) => entry.seq },
  { name: 'time', meaning: 'by the clock of the reader’s computer, in UTC; it may be wrong', cell: ({ entry }) => entry.time },
  {
    name: 'elapsed_ms',
    meaning: 'milliseconds of the reader’s attention since the item was shown or since the entry before, whichever is later; 0 where nobody knows',
    cell: ({ entry }) => entry.elapsedMs,
  },
  { name: 'item', meaning: 'what was asked about, as the log names it', cell: ({ itemId }) => itemId },
  { name: 'item_kind', meaning: 'why it was asked', cell: ({ item }) => item.kind },
  { name: 'branch', meaning: 'branch of the prototype', cell: ({ item: { prototype } }) => prototype.slice(0, Math.max(0, prototype.indexOf('/'))) },
  { name: 'prototype', meaning: 'branch and index of the prototype, from 0', cell: ({ item }) => item.prototype },
  {
    name: 'shown_class',
    meaning: 'the class, or the two classes with a space between them, that the prototype was shown as; of a pair the explained statement',
    cell: ({ item }) => item.shownClass,
  },
  {
    name: 'true_class',
    meaning: 'the prototype’s own classes, or the statements that the study says are true of the ECG, with spaces between them; empty: not known',
    cell: ({ item }) => item.trueClass,
  },
  { name: 'ecg_sha256', meaning: 'SHA-256 of the ECG’s samples, of a pair its first 16 digits', cell: ({ item }) => item.ecgSha256 },
  { name: 'case_label', meaning: 'what the study calls the ECG', cell: ({ item }) => item.caseLabel },
  { name: 'stage', meaning: 'which reading of the ECG', cell: ({ stage }) => stage },
  { name: 'question', meaning: 'what was asked', cell: ({ question }) => question },
  { name: 'value', meaning: 'the answer as a code, a number or a text; empty: taken back, or none', cell: ({ value }) => value },
  { name: 'value_label', meaning: 'the answer in words', cell: ({ label }) => label },
  { name: 'is_undone', meaning: '1: the reader took this entry back; else 0', cell: ({ isUndone }) => Number(isUndone) },
  {
    name: 'is_latest',
    meaning: '1: this answer stands; 0: undone, or answered anew, or asked anew after failed training',
    cell: ({ isLatest }) => Number(isLatest),
  },
  {
    name: 'attempt',
    meaning: 'of training items: 1 for the first time they were asked, 2 for the second; else empty',
    cell: ({ attempt }) => attempt ?? '',
  },
];
