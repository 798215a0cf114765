import type { Answer } from '../../review/answer';
import { toBestEvents } from '../../review/bestOfClass';
import type { ReviewEvent } from '../../review/logEntry';
import { mayAnswer } from '../../review/mayAnswer';
import type { ReviewItem } from '../../review/order';
import { addEvents } from './addEvents';
import type { ReviewStoreContext } from './context';
import { findRated, next, show } from './items';

/** Adds what the reader did to the log of the open session, with the time since the item was shown or the entry before. */
export async function record(context: ReviewStoreContext, ...events: readonly ReviewEvent[]): Promise<void> {
  const { open } = context.store.getState();
  if (!open) return;
  const nowMs = context.deps.watchMs();
  const elapsedMs = Math.round(nowMs - context.shownAtMs);
  context.shownAtMs = nowMs;
  await addEvents(context, open.id, events, elapsedMs);
}

/** Answers questions of the item that is shown, as one step; an answer that cannot be given any more changes nothing. */
export async function answer(context: ReviewStoreContext, ...answers: readonly Answer[]): Promise<void> {
  const open = findRated(context);
  if (!open?.item) return;
  const { study, order, folded, item } = open;
  const given = answers.filter(({ question }) => mayAnswer(study, folded, item, question));
  await record(
    context,
    ...given.flatMap((one) =>
      one.question === 'mark' && one.value === 'best'
        ? toBestEvents(order, folded, item)
        : [{ kind: 'answered' as const, item: item.id, answer: one }],
    ),
  );
}

/** Puts the item that is shown aside and shows the next, of all or among those that are listed. */
export async function skip(context: ReviewStoreContext, listed?: readonly ReviewItem[]): Promise<void> {
  const item = findRated(context)?.item;
  if (!item) return;
  const saved = record(context, { kind: 'skipped', item: item.id });
  next(context, listed);
  await saved;
}

/** Asks the training anew, after its gate was failed. */
export async function restartTraining(context: ReviewStoreContext): Promise<void> {
  const saved = record(context, { kind: 'trainingRestarted' });
  next(context);
  await saved;
}

/** Takes back the newest answer that can be, and shows its item. */
export async function undo(context: ReviewStoreContext): Promise<void> {
  const entry = context.store.getState().open?.folded.undoable;
  if (!entry) return;
  const saved = record(context, { kind: 'undone', entry: entry.seq });
  if ('item' in entry.event) show(context, entry.event.item);
  await saved;
}
