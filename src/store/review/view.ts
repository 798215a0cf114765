import type { ReviewStoreContext } from './context';
import type { RateView } from './state';

/** All items in the study's order, and single keys answer. */
export const INITIAL_VIEW: RateView = { order: 'study', classCode: null, status: null, areKeysOn: true };

/** Changes how items are listed, or whether single keys answer. */
export function changeView({ store }: ReviewStoreContext, change: Partial<RateView>): void {
  store.setState(({ view }) => ({ view: { ...view, ...change } }));
}
