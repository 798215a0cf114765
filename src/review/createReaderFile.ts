import { hashJson, toFirstHash } from './log';
import type { LogEntry } from './logEntry';
import type { Reader } from './reader';
import { READER_FORMAT, READER_VERSION, type ReaderFile } from './readerFile';
import type { Study } from './study';

/** One reader's answers as a file. */
export function createReaderFile(study: Study, reader: Reader, entries: readonly LogEntry[], written: Date): ReaderFile {
  const about = {
    format: READER_FORMAT,
    formatVersion: READER_VERSION,
    written: written.toISOString(),
    study,
    reader,
    head: entries.at(-1)?.hash ?? toFirstHash(study.contentSha256, reader),
  } as const;
  return { ...about, contentSha256: hashJson(about), entries: [...entries] };
}

/** Whether everything in a file of answers but the entries is as it was written. */
export function isAsWritten(file: ReaderFile): boolean {
  const about = Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'entries' && key !== 'contentSha256'));
  return hashJson(about) === file.contentSha256;
}
