import { CloudUpload } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { OpenReview } from '../../../store/review/state';
import { isAllowed } from './isAllowed';
import { ServerButton } from './ServerButton';
import { syncText } from './syncText';
import { useSynchronisation } from './useSynchronisation';
import './sync.css';

interface SyncControlProps {
  readonly review: OpenReview;
  /** The server's address of the study's database. */
  readonly url: string;
}

/** Whether answers are copied to the study's server, which they never are unless the reader says so. */
export function SyncControl({ review, url }: SyncControlProps) {
  const { state, start, stop } = useSynchronisation(review);
  const { host } = new URL(url);
  if (!isAllowed(url)) return <p className="sync">{syncText.forbidden(host)}</p>;
  return (
    <section className="sync" aria-label={syncText.title}>
      {state === null || state.status === 'refused' ? (
        <ServerButton
          icon={CloudUpload}
          label={syncText.begin(host)}
          about={syncText.what}
          submit={syncText.start}
          onSubmit={(credentials) => void start(url, credentials)}
        />
      ) : (
        <Button className="button" onPress={stop}>
          {syncText.stop}
        </Button>
      )}
      {state !== null && <p role={state.status === 'refused' ? 'alert' : 'status'}>{syncText.state(state, host)}</p>}
    </section>
  );
}
