import { useEffect, useState } from 'react';
import type { LogEntry } from '../../../review/logEntry';
import type { Session } from '../../../store/review/database';
import { useReviewActions } from '../../ReviewContext';

/** The log of a session, read anew when it has grown; null until it was read. */
export function useLog({ id, head }: Session): readonly LogEntry[] | null {
  const { readLog } = useReviewActions();
  const [read, setRead] = useState<{ readonly head: string; readonly entries: readonly LogEntry[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readLog(id).then((entries) => isWanted && setRead({ head, entries }));
    return () => {
      isWanted = false;
    };
  }, [readLog, id, head]);
  return read?.head === head ? read.entries : null;
}
