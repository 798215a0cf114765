import { lazy, useEffect, useState } from 'react';
import { useAppState } from '../AppStoreContext';
import { useReviewActions, useReviewState } from '../ReviewContext';
import { sessionText } from './sessionText';
import { SyncControl } from './sync/SyncControl';

const ReadingSession = lazy(async () => ({ default: (await import('./reading/ReadingSession')).ReadingSession }));
const RateSession = lazy(async () => ({ default: (await import('./rate/RateSession')).RateSession }));

interface SessionPageProps {
  /** `own`: the reader's own review of the open pack. */
  readonly sessionId: string;
}

const OWN = 'own';

/** A reader's session: it is opened where it was left, and shown as its kind of study asks. */
export function SessionPage({ sessionId }: SessionPageProps) {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  const open = useReviewState((state) => state.open);
  const ownId = useReviewState(({ own }) => (pack ? own[pack.sha256] : undefined));
  const { resume, openOwn } = useReviewActions();
  // What was sought and is not here: a session, or the own review of a pack.
  const [missing, setMissing] = useState<unknown>(null);
  const isOwn = sessionId === OWN;
  const wanted = isOwn ? pack : sessionId;
  const isOpen = open !== null && open.id === (isOwn ? ownId : sessionId);

  useEffect(() => {
    if (isOpen || wanted === null) return;
    let isAwaited = true;
    void (typeof wanted === 'string' ? resume(wanted) : openOwn(wanted)).then((id) => {
      if (isAwaited && id === null) setMissing(wanted);
    });
    return () => {
      isAwaited = false;
    };
  }, [isOpen, wanted, openOwn, resume]);

  if (isOpen) {
    const { synchronisation } = open.study;
    return (
      <>
        {synchronisation && <SyncControl key={open.id} review={open} url={synchronisation.url} />}
        {open.kind === 'prototypes' ? <RateSession key={open.id} review={open} /> : <ReadingSession key={open.id} open={open} />}
      </>
    );
  }
  if (wanted === null) return <p className="pending">{sessionText.waitingForModel}</p>;
  if (missing !== wanted) return <p className="pending">{sessionText.opening}</p>;
  return (
    <section className="panel">
      <p>{sessionText.missing}</p>
      <a href="#review">{sessionText.home}</a>
    </section>
  );
}
