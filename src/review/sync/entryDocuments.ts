import { group } from 'd3';
import * as v from 'valibot';
import { createEntry, toFirstHash } from '../log';
import { type LogEntry, logEntrySchema } from '../logEntry';
import { type Reader, readerSchema } from '../reader';

const revisioned = { _id: v.string(), _rev: v.optional(v.string()), _conflicts: v.optional(v.array(v.string())) };
const study = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A reader of a study, as a document of a CouchDB database. */
export const readerDocumentSchema = v.strictObject({ ...revisioned, type: v.literal('reader'), study, reader: readerSchema });
/** One entry of a reader's log, as a document of a CouchDB database: never an ECG, never a name. */
export const entryDocumentSchema = v.strictObject({
  ...revisioned,
  type: v.literal('entry'),
  study,
  reader: readerSchema.entries.id,
  entry: logEntrySchema,
});

export type ReaderDocument = v.InferOutput<typeof readerDocumentSchema>;
export type EntryDocument = v.InferOutput<typeof entryDocumentSchema>;

const REVISION_DIGITS = 32;
const SEQ_DIGITS = 7;

/** Where the documents of one reader's entries begin and end in a database's order. */
export function toEntryRange(study: string, readerId: string): { readonly startkey: string; readonly endkey: string } {
  const startkey = `entry/${toShort(study)}/${readerId}/`;
  return { startkey, endkey: `${startkey}\ufff0` };
}

/** The document that tells of a reader. */
export function toReaderDocument(study: string, reader: Reader): ReaderDocument {
  const digits = toFirstHash(study, reader).slice(0, REVISION_DIGITS);
  return { _id: `reader/${toShort(study)}/${reader.id}`, _rev: `1-${digits}`, type: 'reader', study, reader };
}

/**
 * An entry as a document. Its revision comes from the entry's own hash: the same entry is the same revision wherever it is
 * written, and another entry at the same place is a conflict that CouchDB keeps.
 */
export function toEntryDocument(study: string, readerId: string, entry: LogEntry): EntryDocument {
  const { startkey } = toEntryRange(study, readerId);
  return {
    _id: `${startkey}${String(entry.seq).padStart(SEQ_DIGITS, '0')}`,
    _rev: `1-${entry.hash.slice(0, REVISION_DIGITS)}`,
    type: 'entry',
    study,
    reader: readerId,
    entry,
  };
}

/**
 * The logs that entries make up, each from the first entry to a last one: one, or several where two computers went on from
 * the same entry differently. Entries that follow from none are left out, as an edited one is.
 *
 * @param entries all that are known of one reader, in any order, those in conflict included.
 */
export function joinEntries(study: string, reader: Reader, entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const bySeq = group(entries, ({ seq }) => seq);
  const ended: LogEntry[][] = [];
  let open: { readonly head: string; readonly log: LogEntry[] }[] = [{ head: toFirstHash(study, reader), log: [] }];
  for (let seq = 0; open.length > 0; seq++) {
    const candidates = bySeq.get(seq) ?? [];
    open = open.flatMap(({ head, log }) => {
      const next = candidates.filter(({ hash, ...content }) => createEntry(head, content).hash === hash);
      if (next.length === 0) ended.push(log);
      return next.map((entry, i) => ({ head: entry.hash, log: i === next.length - 1 ? append(log, entry) : [...log, entry] }));
    });
  }
  return ended;
}

/** The last branch goes on in the same array, which the others have copied. */
function append(log: LogEntry[], entry: LogEntry): LogEntry[] {
  log.push(entry);
  return log;
}

function toShort(study: string): string {
  return study.slice(0, 12);
}
