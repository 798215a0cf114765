import type { Answer } from '../../review/answer';
import type { ReviewEvent } from '../../review/logEntry';
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

/** Answers questions of the item that is shown, as one step. */
export async function answer(context: ReviewStoreContext, ...answers: readonly Answer[]): Promise<void> {
  const item = findRated(context)?.item;
  if (item) await record(context, ...answers.map((given) => ({ kind: 'answered' as const, item: item.id, answer: given })));
}

/** Puts the item that is shown aside and shows the next. */
export async function skip(context: ReviewStoreContext): Promise<void> {
  const item = findRated(context)?.item;
  if (!item) return;
  const saved = record(context, { kind: 'skipped', item: item.id });
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
