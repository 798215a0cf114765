import { useEffect } from 'react';
import type { LoadedPack } from '../../../model/protocol';
import { foldLog, type FoldedLog } from '../../../review/foldLog';
import type { LogEntry } from '../../../review/logEntry';
import { findOwnLog } from '../../../store/review/selectors';
import { useAppState } from '../../AppStoreContext';
import { useReviewActions, useReviewState } from '../../ReviewContext';

/** The open pack and what the reader said of it outside any study. */
export interface OwnReview {
  readonly pack: LoadedPack;
  /** Whether it was looked up: before, and where that fails, nobody knows what the reader said. */
  readonly isKnown: boolean;
  readonly entries: readonly LogEntry[];
  readonly folded: FoldedLog;
}

const NOTHING = { entries: [], folded: foldLog([]) };

/**
 * The reader's own review of the open pack; null while no pack is open. What is said in a study is never in it, so that
 * nothing of a blinded study shows where ECGs are read.
 */
export function useOwnReview(): OwnReview | null {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  const isKnown = useReviewState(({ own }) => pack !== null && own[pack.sha256] !== undefined);
  const log = useReviewState((state) => (pack ? findOwnLog(state, pack.sha256) : undefined));
  const { loadOwn } = useReviewActions();
  useEffect(() => {
    if (pack) void loadOwn(pack);
  }, [pack, loadOwn]);
  const { entries, folded } = log ?? NOTHING;
  return pack && { pack, isKnown, entries, folded };
}
