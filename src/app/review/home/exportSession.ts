import { toAnswersCsv } from '../../../review/answersCsv';
import { toCodebookCsv } from '../../../review/codebook';
import { createReaderFile } from '../../../review/createReaderFile';
import type { SessionLog } from '../../../store/review/state';
import { saveFile } from '../../saveFile';
import { toSlug } from '../slug';

/** A reader's answers as a file to go on with or to merge, or as a table; and what the table means. */
export type ExportKind = 'json' | 'csv' | 'codebook';

/** Saves a session as a file that bears the name of its study and the id of its reader. */
export function exportSession(kind: ExportKind, { study, reader, entries }: SessionLog, written: Date): void {
  const stem = toSlug(study.title);
  if (kind === 'codebook') return saveCsv(`${stem}.codebook.csv`, toCodebookCsv());
  const file = createReaderFile(study, reader, entries, written);
  if (kind === 'csv') return saveCsv(`${stem}-${reader.id}.answers.csv`, toAnswersCsv([file]));
  saveFile(`${stem}-${reader.id}.answers.json`, new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }));
}

function saveCsv(name: string, csv: string): void {
  saveFile(name, new Blob([csv], { type: 'text/csv' }));
}
