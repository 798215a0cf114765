import { CANNOT_JUDGE, type Rating, SCORES } from '../answer';
import { type MeanAndDeviation, meanAndDeviation } from './meanAndDeviation';

/** What was answered to one question: number, mean and sample standard deviation of the scores, and how they spread. */
export interface Description extends MeanAndDeviation {
  /** Number of answers that it cannot be judged: no scores, and in none of the other numbers. */
  readonly cannotJudgeCount: number;
  /** How often each of {@link SCORES} was given, in their order. */
  readonly histogram: readonly number[];
}

/** Describes answers to one question. @param answers null where there is none yet, which counts nowhere. */
export function describeAnswers(answers: readonly (Rating | null)[]): Description {
  const scores = answers.filter((answer) => typeof answer === 'number');
  return {
    ...meanAndDeviation(scores),
    cannotJudgeCount: answers.filter((answer) => answer === CANNOT_JUDGE).length,
    histogram: SCORES.map((score) => scores.filter((own) => own === score).length),
  };
}
