import { useCallback } from 'react';
import type { DroppedFile } from '../store/droppedFile';
import { useActions } from './AppStoreContext';
import { useLoadReview } from './ReviewContext';
import { usePlace } from './usePlace';

/**
 * What becomes of files that the reader gives: ECGs are read, or in review mode studies and answers are opened. The page
 * that merges answers takes its files itself.
 */
export function useTakeFiles(): (files: readonly DroppedFile[]) => void {
  const { openFiles } = useActions();
  const openInReview = useOpenInReview();
  const place = usePlace();
  const isMerging = place.mode === 'review' && place.page === 'merge';
  return useCallback(
    (files) => {
      if (place.mode === 'read') void openFiles(files);
      else if (!isMerging) openInReview(files);
    },
    [place.mode, isMerging, openFiles, openInReview],
  );
}

/** Opens files as studies and answers, and shows what became of them; its code is loaded with the first. */
export function useOpenInReview(): (files: readonly DroppedFile[]) => void {
  const { openFiles } = useActions();
  const loadReview = useLoadReview();
  return useCallback(
    (files) => {
      if (files.length === 0) return;
      void import('./review/openInReview').then(({ openInReview }) => openInReview(loadReview, files, openFiles));
    },
    [loadReview, openFiles],
  );
}
