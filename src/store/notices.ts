import type { StoreContext } from './context';
import type { NoticeContent } from './noticeState';

/** Tells the reader something, unless the same is already being told. */
export function notify({ store }: Pick<StoreContext, 'store'>, content: NoticeContent): void {
  const { notices } = store.getState();
  const same = JSON.stringify(content);
  if (notices.some((notice) => JSON.stringify(notice.content) === same)) return;
  const id = 1 + Math.max(0, ...notices.map((notice) => notice.id));
  store.setState({ notices: [...notices, { id, content }] });
}

/** Takes a notice off the page. */
export function dismissNotice({ store }: Pick<StoreContext, 'store'>, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
