import type { RatedQuestion } from './answer';
import type { ItemAnswers } from './foldLog';
import { hidesClass } from './progress';
import type { PrototypeStudy } from './study';

/** What can be answered by a digit, or is asked before everything else. */
export type AskedQuestion = 'class' | RatedQuestion | 'reasons';

/** The questions of an item in their order: the class alone while it is hidden; reasons only of what is bad. */
export function findQuestions(study: PrototypeStudy, answers: ItemAnswers): readonly AskedQuestion[] {
  if (hidesClass(study, answers.class)) return ['class'];
  return [...study.questions, ...(answers.mark === 'bad' ? (['reasons'] as const) : [])];
}

/**
 * The question that digits answer: the one that the reader went to, else the first that is not answered. Null where all are:
 * a digit too many then changes nothing.
 */
export function findCurrentQuestion(
  study: PrototypeStudy,
  answers: ItemAnswers,
  chosen: AskedQuestion | null,
): AskedQuestion | null {
  const questions = findQuestions(study, answers);
  if (chosen !== null && questions.includes(chosen)) return chosen;
  return questions.find((question) => question === 'class' || (question !== 'reasons' && answers[question] === null)) ?? null;
}

/** The question before or after the current one; the first or the last where there is none. */
export function stepQuestion(
  questions: readonly AskedQuestion[],
  current: AskedQuestion | null,
  by: 1 | -1,
): AskedQuestion | null {
  if (current === null) return (by === 1 ? questions[0] : questions.at(-1)) ?? null;
  return questions[questions.indexOf(current) + by] ?? current;
}
