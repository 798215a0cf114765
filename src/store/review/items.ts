import type { ReviewItem } from '../../review/order';
import { findNext } from '../../review/progress';
import type { ReviewStoreContext } from './context';
import type { OpenReview } from './state';

/** Shows an item of the open session's order; an unknown one changes nothing. */
export function show(context: ReviewStoreContext, itemId: string): void {
  const open = findRated(context);
  const item = open?.order.find(({ id }) => id === itemId);
  if (item) showItem(context, item);
}

/** Shows the next item that is not complete, of all or among those that are listed. */
export function next(context: ReviewStoreContext, listed?: readonly ReviewItem[]): void {
  const open = findRated(context);
  if (open) showItem(context, findNext(open.study, open.order, open.folded, open.item?.id ?? null, listed) ?? null);
}

/** Shows the item before, in the order or among those that are listed; the last one where none is shown. */
export function previous(context: ReviewStoreContext, listed?: readonly ReviewItem[]): void {
  const open = findRated(context);
  if (!open) return;
  const items = listed ?? open.order;
  const place = open.item ? items.indexOf(open.item) : items.length;
  if (place > 0) showItem(context, items[place - 1]!);
}

/** The open session, where prototypes are rated in it. */
export function findRated({ store }: ReviewStoreContext): Extract<OpenReview, { readonly kind: 'prototypes' }> | undefined {
  const { open } = store.getState();
  return open?.kind === 'prototypes' ? open : undefined;
}

function showItem(context: ReviewStoreContext, item: ReviewItem | null): void {
  const open = findRated(context);
  if (!open) return;
  context.shownAtMs = context.deps.watchMs();
  context.store.setState({ open: { ...open, item } });
}
