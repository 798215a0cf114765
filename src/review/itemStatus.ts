import type { ItemState } from './foldLog';
import { isComplete } from './progress';
import type { PrototypeStudy } from './study';

/** How far an item is: untouched, begun, put aside, or all of it answered. */
export const ITEM_STATUSES = ['open', 'begun', 'skipped', 'done'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** How far an item is. */
export function findItemStatus(study: PrototypeStudy, state: ItemState): ItemStatus {
  if (isComplete(study, state)) return 'done';
  if (state.isSkipped) return 'skipped';
  const { answers } = state;
  const isTouched =
    answers.class !== null || answers.mark !== null || answers.comment !== '' || study.questions.some((question) => answers[question] !== null);
  return isTouched ? 'begun' : 'open';
}
