import type { FoldedLog } from './foldLog';
import type { ReviewItem } from './order';
import { type Gate, isAccepted, isComplete, stateOf } from './progress';
import type { PrototypeStudy } from './study';

/** What a reader is told after a training item. */
export interface TrainingFeedback {
  readonly accepted: PrototypeStudy['training'][number]['accepted'];
  readonly explanation: string;
  /** Whether every answer is among those accepted. */
  readonly isAccepted: boolean;
}

/** What is told of a training item: null before all its questions are answered, and of every other item. */
export function findFeedback(study: PrototypeStudy, order: readonly ReviewItem[], folded: FoldedLog, item: ReviewItem): TrainingFeedback | null {
  if (item.kind !== 'training') return null;
  const state = stateOf(folded, item.id);
  const told = study.training[order.filter(({ kind }) => kind === 'training').indexOf(item)];
  if (!told || !isComplete(study, state)) return null;
  return { accepted: told.accepted, explanation: told.explanation, isAccepted: isAccepted(told.accepted, state.answers) };
}

/** The items that a reader may look at: only the training's until its gate is passed. */
export function findReachable(order: readonly ReviewItem[], { status }: Gate): readonly ReviewItem[] {
  return status === 'training' || status === 'failed' ? order.filter(({ kind }) => kind === 'training') : order;
}
