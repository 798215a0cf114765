import { useEffect, useRef, useState } from 'react';
import { toSentence } from '../../../ecg/problem';
import { createReaderFile } from '../../../review/createReaderFile';
import type { LogEntry } from '../../../review/logEntry';
import type { OpenReview } from '../../../store/review/state';
import type { Credentials } from '../../../store/review/sync/openDatabases';
import type { Synchronisation, SyncState } from '../../../store/review/sync/synchronise';
import { useReviewActions, useReviewState } from '../../ReviewContext';

interface SynchronisationControl {
  /** Null: nothing is copied. */
  readonly state: SyncState | null;
  readonly start: (url: string, credentials: Credentials | null) => Promise<void>;
  readonly stop: () => void;
}

/** Copies what is durable of the open session to its study's server, from the reader's word until the session is left. */
export function useSynchronisation({ id, study, reader, entries }: OpenReview): SynchronisationControl {
  const [state, setState] = useState<SyncState | null>(null);
  const running = useRef<Synchronisation | null>(null);
  const { importAnswers } = useReviewActions();
  const isSaved = useReviewState(({ saving }) => saving.status === 'saved');

  const stop = (): void => {
    running.current?.stop();
    running.current = null;
    setState(null);
  };
  // Another session is another reader's.
  useEffect(() => stop, [id]);
  useEffect(() => {
    if (isSaved) void running.current?.copy(entries);
  }, [entries, isSaved]);

  return {
    state,
    stop,
    start: async (url, credentials) => {
      setState({ status: 'copying' });
      try {
        const [{ openDatabases }, { fetchLogs, startSynchronisation }] = await Promise.all([
          import('../../../store/review/sync/openDatabases'),
          import('../../../store/review/sync/synchronise'),
        ]);
        const databases = openDatabases(study.contentSha256, url, credentials);
        const copied = { study: study.contentSha256, reader };
        running.current = startSynchronisation(databases, copied, setState);
        if (isSaved) await running.current.copy(entries);
        // What the reader answered on another computer. Without a connection there is none to be had, and that is told already.
        const logs = await fetchLogs(databases, copied).catch(() => []);
        for (const log of logs) if (isNew(log, entries)) await importAnswers(createReaderFile(study, reader, log, new Date()));
      } catch (thrown) {
        setState({ status: 'refused', sentence: toSentence(thrown) });
      }
    },
  };
}

/** Whether a log has entries that are not here. */
function isNew(log: readonly LogEntry[], here: readonly LogEntry[]): boolean {
  return log.length > 0 && here[log.length - 1]?.hash !== log.at(-1)!.hash;
}
