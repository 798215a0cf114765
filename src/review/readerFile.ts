import * as v from 'valibot';
import { logEntrySchema } from './logEntry';
import { readerSchema } from './reader';
import { studySchema } from './study';

/** By this a file is known to be one reader's answers, whatever its name. */
export const READER_FORMAT = 'protoecg-answers';
/** The version of the reader format that this program reads and writes. */
export const READER_VERSION = 1;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** One reader's answers to one study: the whole study, the reader without a name, and the log. */
export const readerFileSchema = v.strictObject({
  format: v.literal(READER_FORMAT),
  formatVersion: v.literal(READER_VERSION),
  /** When it was written, in UTC. */
  written: v.pipe(v.string(), v.isoTimestamp()),
  study: studySchema,
  reader: readerSchema,
  entries: v.array(logEntrySchema),
  /** The hash of the newest entry: an entry that was cut off is missed by it. */
  head: sha256,
  /** SHA-256 of everything else in this file, in the JSON Canonicalization Scheme (RFC 8785), without `entries`, which `head` holds. */
  contentSha256: sha256,
});

/** One reader's answers to one study. */
export type ReaderFile = v.InferOutput<typeof readerFileSchema>;
