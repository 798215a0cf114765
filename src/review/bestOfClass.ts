import type { FoldedLog } from './foldLog';
import type { ReviewEvent } from './logEntry';
import type { ReviewItem } from './order';
import { stateOf } from './progress';

/**
 * What a reader does who marks an item as the best of its class: there is one best a class, so every earlier best of a class
 * that the item is shown as loses its mark, by an event of its own, before the item gets it. Training has its own best. A
 * repeat and what it repeats can both be it: they are one prototype.
 */
export function toBestEvents(order: readonly ReviewItem[], folded: FoldedLog, item: ReviewItem): readonly ReviewEvent[] {
  const before = order.filter(
    (other) =>
      other.prototype !== item.prototype &&
      (other.kind === 'training') === (item.kind === 'training') &&
      stateOf(folded, other.id).answers.mark === 'best' &&
      other.classes.some((code) => item.classes.includes(code)),
  );
  return [
    ...before.map(({ id }) => toMark(id, null)),
    toMark(item.id, 'best'),
  ];
}

function toMark(item: string, value: 'best' | null): ReviewEvent {
  return { kind: 'answered', item, answer: { question: 'mark', value } };
}
