import * as v from 'valibot';

/** The five grades of an answer: 1 strongly disagree, 2 disagree, 3 neither, 4 agree, 5 strongly agree. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** What a reader answers who cannot tell: an answer of its own, never the middle of the scale. */
export const CANNOT_JUDGE = 'cannotJudge';

/** An answer on the scale; null where the question was not touched, or its answer was taken back. */
export type Rating = Score | typeof CANNOT_JUDGE;

/**
 * What is asked of a prototype, as in the published clinician review (Sethi et al. 2025, arXiv 2504.08713): is it a typical
 * or defining presentation of its class, and is its signal interpretable and clear.
 */
export const RATED_QUESTIONS = ['representativeness', 'clarity'] as const;
export type RatedQuestion = (typeof RATED_QUESTIONS)[number];

/** Set apart from the others: the best of its class, or one that should not serve. */
export const MARKS = ['best', 'bad'] as const;
export type Mark = (typeof MARKS)[number];

/** Why a prototype is bad. */
export const REASONS = ['noise', 'wrongClass', 'wrongSegment', 'duplicate', 'artefact', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** The longest comment, in characters. */
export const MAX_COMMENT_LENGTH = 2000;

const rating = v.nullable(v.union([v.picklist(SCORES), v.literal(CANNOT_JUDGE)]));
const text = v.pipe(v.string(), v.minLength(1));

/** One question and what was answered. */
export const answerSchema = v.variant('question', [
  /** The class that a reader names before it is revealed: an SCP code, or that it cannot be told. */
  v.strictObject({ question: v.literal('class'), value: text }),
  v.strictObject({ question: v.picklist(RATED_QUESTIONS), value: rating }),
  v.strictObject({ question: v.literal('mark'), value: v.nullable(v.picklist(MARKS)) }),
  v.strictObject({ question: v.literal('reasons'), value: v.array(v.picklist(REASONS)) }),
  v.strictObject({ question: v.literal('comment'), value: v.pipe(v.string(), v.maxLength(MAX_COMMENT_LENGTH)) }),
  /** Does this pair of ECG and prototype match? Asked in an explanation. */
  v.strictObject({ question: v.literal('match'), value: rating }),
]);

/** One question and what was answered. */
export type Answer = v.InferOutput<typeof answerSchema>;
export type Question = Answer['question'];
