import * as v from 'valibot';
import { answerSchema, SCORES } from './answer';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The two readings of an ECG in a blind-first study: without the explanation, then with it. */
export const READING_STAGES = ['first', 'final'] as const;
export type ReadingStage = (typeof READING_STAGES)[number];

/** What a reader did. `item` is an id of the reader's order, or of a pair in an explanation. */
export const reviewEventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('answered'), item: text, answer: answerSchema }),
  /** Put aside to come back to. */
  v.strictObject({ kind: v.literal('skipped'), item: text }),
  /** Takes back the entry of that number, which stays in the log. */
  v.strictObject({ kind: v.literal('undone'), entry: count }),
  /** The training items are asked anew, after the gate was failed. */
  v.strictObject({ kind: v.literal('trainingRestarted') }),
  /** An ECG was read: which statements it shows, and how sure the reader is. */
  v.strictObject({
    kind: v.literal('read'),
    item: text,
    stage: v.picklist(READING_STAGES),
    statements: v.array(text),
    confidence: v.picklist(SCORES),
    /** Of a final reading: what the model predicted, so that its pull can be measured, where it was right and where not. */
    predicted: v.exactOptional(v.array(text)),
  }),
  /** The reader is done: nothing follows. */
  v.strictObject({ kind: v.literal('locked') }),
]);

/** What a reader did. */
export type ReviewEvent = v.InferOutput<typeof reviewEventSchema>;

/** One entry of a reader's log, chained to the one before by its hash. */
export const logEntrySchema = v.strictObject({
  seq: v.pipe(count, v.description('Counted from 0.')),
  time: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.description('The computer’s clock, in UTC. It may be wrong and may jump: durations never come from it.'),
  ),
  elapsedMs: v.pipe(
    count,
    v.description(
      'Milliseconds of the reader’s attention since the item was shown or since the entry before, whichever is later: while the page could be seen, and up to two minutes from the reader’s last sign. 0 where nobody knows.',
    ),
  ),
  event: reviewEventSchema,
  hash: v.pipe(
    sha256,
    v.description('SHA-256 of everything else in this entry and, as “before”, the hash of the entry before; RFC 8785, UTF-8.'),
  ),
});

/** One entry of a reader's log. */
export type LogEntry = v.InferOutput<typeof logEntrySchema>;
