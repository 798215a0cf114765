import { useEffect, useRef, useState } from 'react';
import { toSentence } from '../../../ecg/problem';
import type { OpenReview } from '../../../store/review/state';
import type { Credentials } from '../../../store/review/sync/openDatabases';
import type { Synchronisation, SyncState } from '../../../store/review/sync/synchronise';
import { useReviewState } from '../../ReviewContext';

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
        const [{ openDatabases }, { startSynchronisation }] = await Promise.all([
          import('../../../store/review/sync/openDatabases'),
          import('../../../store/review/sync/synchronise'),
        ]);
        const databases = openDatabases(study.contentSha256, url, credentials);
        running.current = startSynchronisation(databases, { study: study.contentSha256, reader }, setState);
        if (isSaved) await running.current.copy(entries);
      } catch (thrown) {
        setState({ status: 'refused', sentence: toSentence(thrown) });
      }
    },
  };
}
