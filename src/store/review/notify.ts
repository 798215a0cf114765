import type { ReviewStoreContext } from './context';
import type { ReviewNotice } from './state';

/** Tells the reader something, in place of what was told before. */
export function notify({ store }: Pick<ReviewStoreContext, 'store'>, notice: ReviewNotice): void {
  store.setState({ notice });
}

/** Takes the notice off the page. */
export function dismissNotice({ store }: Pick<ReviewStoreContext, 'store'>): void {
  store.setState({ notice: null });
}
