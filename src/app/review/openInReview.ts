import type { DroppedFile } from '../../store/droppedFile';
import type { LoadReview } from '../ReviewContext';
import { goTo } from '../usePlace';

/**
 * Opens files as studies and readers' answers and goes where the reader sees what became of them. ECGs that come while a
 * reading study is open are what it asks for, and are read there.
 */
export async function openInReview(
  loadReview: LoadReview,
  files: readonly DroppedFile[],
  openEcgs: (files: readonly DroppedFile[]) => Promise<void>,
): Promise<void> {
  const { actions, store } = await loadReview();
  const opened = await actions.openFiles(files);
  const others = opened.find((file) => file.kind === 'others');
  if (others && store.getState().open?.kind === 'reading') {
    actions.dismissOpened(others);
    void openEcgs(others.files);
    if (opened.length === 1) return;
  }
  goTo({ mode: 'review', page: 'home' });
}
