/** The columns of a table of answers, in their order, and what they mean. */
export const CSV_COLUMNS = {
  study_sha256: 'SHA-256 of the study',
  study_title: 'title of the study',
  pack_sha256: 'SHA-256 of the model pack’s manifest',
  reader_id: 'drawn at random when the reader began',
  reader_role: 'what the reader is, in the study’s words',
  reader_years: 'years of reading ECGs; empty: not told',
  seq: 'number of the entry in the reader’s log, from 0',
  time: 'by the clock of the reader’s computer, in UTC; it may be wrong',
  elapsed_ms: 'milliseconds since the item was shown or since the entry before, whichever is later, while the page could be seen',
  item: 'what was asked about, as the log names it',
  item_kind: 'why it was asked',
  branch: 'branch of the prototype',
  prototype: 'branch and index of the prototype, from 0',
  shown_class: 'the class, or the two classes with a space between them, that the prototype was shown as; of a pair the explained statement',
  true_class: 'the prototype’s own classes, or the statements that the study says are true of the ECG, with spaces between them; empty: nobody knows',
  ecg_sha256: 'SHA-256 of the ECG’s samples, of a pair its first 16 digits',
  case_label: 'what the study calls the ECG',
  stage: 'which reading of the ECG',
  question: 'what was asked',
  value: 'the answer as a code, a number or a text; empty: taken back, or none',
  value_label: 'the answer in words',
  is_undone: '1: the reader took this entry back; else 0',
  is_latest: '1: this is the answer that counts; 0: undone, or answered anew, or asked anew after failed training',
  attempt: 'of training items: 1 for the first time they were asked, 2 for the second; else empty',
} as const;

/** The name of a column. */
export type CsvColumn = keyof typeof CSV_COLUMNS;
