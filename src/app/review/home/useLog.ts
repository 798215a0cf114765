import { useEffect } from 'react';
import type { Session } from '../../../store/review/database';
import type { SessionLog } from '../../../store/review/state';
import { useReviewActions, useReviewState } from '../../ReviewContext';

/** A session with its log, read when it is first asked for and when it has grown elsewhere; undefined until it was read. */
export function useLog({ id, entryCount }: Session): SessionLog | undefined {
  const { readLog } = useReviewActions();
  const log = useReviewState(({ logs }) => logs[id]);
  const isBehind = (log?.entries.length ?? -1) < entryCount;
  useEffect(() => {
    if (isBehind) void readLog(id);
  }, [readLog, id, isBehind]);
  return log;
}
