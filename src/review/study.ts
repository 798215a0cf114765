import * as v from 'valibot';
import { BRANCHES } from '../model/branch';
import { RATED_QUESTIONS, SCORES } from './answer';

/** By this a file is known to be a study, whatever its name. */
export const STUDY_FORMAT = 'protoecg-study';
/** The version of the study format that this program reads and writes. */
export const STUDY_VERSION = 1;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** `morphology/151`. */
const prototypeName = v.pipe(v.string(), v.regex(new RegExp(`^(${BRANCHES.join('|')})/(0|[1-9][0-9]{0,5})$`)));
const classes = v.pipe(v.array(text), v.minLength(1), v.maxLength(2));

const head = {
  format: v.literal(STUDY_FORMAT),
  formatVersion: v.literal(STUDY_VERSION),
  title: text,
  created: v.pipe(
    v.nullable(v.pipe(v.string(), v.isoTimestamp())),
    v.description('When it was made, in UTC; null for the review that every reader has of every pack.'),
  ),
  pack: v.pipe(
    v.strictObject({ name: text, title: text, sha256 }),
    v.description('The pack that is rated or that explains, by the SHA-256 of its manifest.'),
  ),
  seed: v.pipe(
    v.nullable(text),
    v.description('Each reader’s own order is drawn from this and the reader’s id; null: the order of the file, for all.'),
  ),
  roles: v.pipe(v.array(text), v.minLength(1), v.description('What readers may say they are.')),
  synchronisation: v.pipe(
    v.nullable(v.strictObject({ url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//)) })),
    v.description('A CouchDB database to which answers are copied while there is a connection; null: answers stay on the computer.'),
  ),
  contentSha256: v.pipe(
    sha256,
    v.description('Of everything else in this file, in the JSON Canonicalization Scheme (RFC 8785), UTF-8: it names the study.'),
  ),
};

/** How the prototypes of a study were chosen from the pack. */
export const SELECTION_RULES = ['all', 'perClass', 'mostFiring', 'leastFiring'] as const;

/** One prototype and the class, or the two classes, that the reader is shown for it. */
const ratedItem = v.strictObject({ prototype: prototypeName, classes });

const prototypeStudySchema = v.strictObject({
  ...head,
  kind: v.literal('prototypes'),
  questions: v.pipe(v.array(v.picklist(RATED_QUESTIONS)), v.minLength(1)),
  isClassHidden: v.pipe(v.boolean(), v.description('Whether the class is hidden until the reader has named one.')),
  selection: v.strictObject({ rule: v.picklist(SELECTION_RULES), countPerClass: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
  items: v.pipe(v.array(ratedItem), v.minLength(1)),
  repeatShare: v.pipe(
    share,
    v.description('The share of items that each reader is shown a second time, to see how readers agree with themselves.'),
  ),
  planted: v.pipe(
    v.array(v.strictObject({ ...ratedItem.entries, trueClasses: classes })),
    v.description('Prototypes shown with a class that is not theirs: whoever agrees does not look.'),
  ),
  training: v.pipe(
    v.array(
      v.strictObject({
        prototype: prototypeName,
        classes,
        accepted: v.pipe(
          v.record(v.picklist(RATED_QUESTIONS), v.pipe(v.array(v.picklist(SCORES)), v.minLength(1))),
          v.description('The scores that pass, by question; a question that is missing passes with any.'),
        ),
        explanation: v.pipe(text, v.description('Said after the answer.')),
      }),
    ),
    v.description('Asked first, with the answer explained afterwards; not counted.'),
  ),
  gate: v.pipe(
    v.nullable(share),
    v.description('The share of training items that must pass before rating begins; null: training without a gate.'),
  ),
});

const readingStudySchema = v.strictObject({
  ...head,
  kind: v.literal('reading'),
  statements: v.pipe(
    v.nullable(v.pipe(v.array(text), v.minLength(1))),
    v.description('The statements that a reader can choose from; null: all that the pack predicts.'),
  ),
  cases: v.pipe(
    v.array(
      v.strictObject({
        ecgSha256: sha256,
        label: v.pipe(text, v.description('What the ECG is called in this study: never a patient’s name.')),
        truth: v.pipe(v.nullable(v.array(text)), v.description('The statements that are true of it; null where nobody knows.')),
      }),
    ),
    v.minLength(1),
    v.description('The ECGs to be read, by the SHA-256 of their samples. The reader has the files; the study never does.'),
  ),
});

export const studySchema = v.variant('kind', [prototypeStudySchema, readingStudySchema]);

/** A study of prototypes: each reader rates some or all of a pack's. */
export type PrototypeStudy = v.InferOutput<typeof prototypeStudySchema>;
/** A blind-first reading study: each reader reads ECGs without the explanation, then with it. */
export type ReadingStudy = v.InferOutput<typeof readingStudySchema>;
/** A study, as its file holds it. */
export type Study = PrototypeStudy | ReadingStudy;
/** A study before it has its hash. */
export type StudyDraft = Omit<PrototypeStudy, 'contentSha256'> | Omit<ReadingStudy, 'contentSha256'>;
