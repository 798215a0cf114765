import { Problem } from '../ecg/problem';
import { toQuote } from '../ecg/quote';
import { readVersioned } from '../explanation/readVersioned';
import { isAsWritten } from './createReaderFile';
import { toItemId } from './foldLog';
import { findBrokenLink, toFirstHash } from './log';
import { createCaseOrder, createOrder, toCaseId } from './order';
import { findPair } from './pairItem';
import { READER_FORMAT, READER_VERSION, type ReaderFile, readerFileSchema } from './readerFile';
import { isIntact } from './sealStudy';
import { findContradiction } from './studyContradiction';

const FORMAT = { noun: 'file of answers', format: READER_FORMAT, version: READER_VERSION, schema: readerFileSchema };

/**
 * Reads one reader's answers and verifies them link by link.
 *
 * @param text as `findReviewText` found it.
 * @throws Problem where it is no such file, of a newer version, incomplete, where the study in it was changed, where
 *   answers were edited, put in another order, removed, inserted or cut off, and where they do not fit their study.
 *   The sentence names the first entry, counted from 0, that does not follow.
 */
export function readReaderFile(text: string): ReaderFile {
  const file = readVersioned(text, FORMAT);
  const { study, reader, entries, head } = file;
  const changed = 'This file of answers was changed after it was written';
  if (!isIntact(study)) throw new Problem(`${changed}: the study in it does not match its own SHA-256.`);
  if (!isAsWritten(file)) throw new Problem(`${changed}: its date, reader or end do not match their own SHA-256.`);
  const firstHash = toFirstHash(study.contentSha256, reader);
  const broken = findBrokenLink(firstHash, entries);
  if (broken !== undefined) throw new Problem(`${changed}: entry ${broken} does not follow from what was before it.`);
  if ((entries.at(-1)?.hash ?? firstHash) !== head) {
    const missing = entries.length === 0 ? 'its entries' : `the entries after entry ${entries.length - 1}`;
    throw new Problem(`This file of answers was cut off after it was written: ${missing} are missing.`);
  }
  const misfit = findContradiction(study) ?? findMisfit(file);
  if (misfit) throw new Problem(`This file of answers contradicts itself: ${misfit}.`);
  return file;
}

function findMisfit({ study, reader, entries }: ReaderFile): string | undefined {
  const isReading = study.kind === 'reading';
  const items = new Set(isReading ? createCaseOrder(study, reader.id).map(toCaseId) : createOrder(study, reader.id).map(({ id }) => id));
  for (const { seq, event } of entries) {
    const item = toItemId(event);
    if (item !== null && !items.has(item) && (isReading || !findPair(item))) {
      return `entry ${seq} is about ${toQuote(item)}, which the study does not ask`;
    }
    if (event.kind === 'undone' && event.entry >= seq) return `entry ${seq} takes back entry ${event.entry}, which comes later`;
    if (event.kind === 'locked' && seq < entries.length - 1) return `entry ${seq + 1} follows after the reader was done`;
  }
  return undefined;
}
