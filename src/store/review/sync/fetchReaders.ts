import { createReaderFile } from '../../../review/createReaderFile';
import type { ReaderFile } from '../../../review/readerFile';
import type { Study } from '../../../review/study';
import { joinEntries } from '../../../review/sync/entryDocuments';
import type { CouchDatabase } from './couchDatabase';
import { readDocuments } from './synchronise';

/**
 * The answers of all readers of a study that a server has, as the files that they would have saved; a reader whose two
 * computers went on differently has a file for each. For whoever coordinates the study.
 *
 * @throws what the server or the connection answers.
 */
export async function fetchReaders(remote: CouchDatabase, study: Study, now: Date): Promise<readonly ReaderFile[]> {
  const documents = (await readDocuments(remote)).filter((document) => document.study === study.contentSha256);
  const entries = documents.flatMap((document) => (document.type === 'entry' ? [document] : []));
  return documents
    .flatMap((document) => (document.type === 'reader' ? [document.reader] : []))
    .flatMap((reader) => {
      const own = entries.filter((document) => document.reader === reader.id).map(({ entry }) => entry);
      return joinEntries(study.contentSha256, reader, own).map((log) => createReaderFile(study, reader, log, now));
    });
}
