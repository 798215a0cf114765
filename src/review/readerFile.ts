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
  written: v.pipe(v.string(), v.isoTimestamp(), v.description('When the file was written, in UTC.')),
  study: studySchema,
  reader: readerSchema,
  entries: v.array(logEntrySchema),
  head: v.pipe(sha256, v.description('The hash of the newest entry: an entry that was cut off is missed by it.')),
  contentSha256: v.pipe(
    sha256,
    v.description('Of everything else in this file without the entries, which head holds; RFC 8785, UTF-8.'),
  ),
});

/** One reader's answers to one study. */
export type ReaderFile = v.InferOutput<typeof readerFileSchema>;
