import type { DroppedFile } from '../../store/droppedFile';
import type { LoadReview } from '../ReviewContext';
import { readPlace } from '../place';
import { goTo } from '../usePlace';

/**
 * Opens files as studies and readers' answers and goes to where they can be begun; what is wrong with a file is told where
 * the reader is. ECGs that come while a reading study is before the reader are what it asks for, and are read.
 */
export async function openInReview(
  loadReview: LoadReview,
  files: readonly DroppedFile[],
  openEcgs: (files: readonly DroppedFile[]) => Promise<void>,
): Promise<void> {
  const { actions, store } = await loadReview();
  const opened = await actions.openFiles(files);
  const others = opened.find((file) => file.kind === 'others');
  const place = readPlace(window.location.hash);
  if (others && place.mode === 'review' && place.page === 'session' && store.getState().open?.kind === 'reading') {
    actions.dismissOpened(others);
    void openEcgs(others.files);
  }
  if (opened.some(({ kind }) => kind === 'study' || kind === 'answers')) goTo({ mode: 'review', page: 'home' });
}
