import type { Question } from './answer';
import type { FoldedLog } from './foldLog';
import { isTraining, type ReviewItem } from './order';
import { hidesClass, isComplete, stateOf } from './progress';
import type { PrototypeStudy } from './study';

/**
 * Whether a question of an item can still be answered, or answered anew: not after the reader is done; nothing but the class
 * while it is hidden, and the class only once; nothing of a training item whose answers were explained.
 */
export function mayAnswer(study: PrototypeStudy, folded: FoldedLog, { id }: ReviewItem, question: Question): boolean {
  const state = stateOf(folded, id);
  if (folded.isLocked || (isTraining(id) && isComplete(study, state))) return false;
  return hidesClass(study, state.answers.class) ? question === 'class' : question !== 'class';
}
