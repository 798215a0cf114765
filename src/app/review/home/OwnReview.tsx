import { Button } from 'react-aria-components';
import { findStudyLength } from '../../../review/studyLength';
import type { PrototypeStudy } from '../../../review/study';
import type { Session } from '../../../store/review/database';
import { useAppState } from '../../AppStoreContext';
import { goTo } from '../../usePlace';
import { SaveOwnPrune } from '../prune/SaveOwnPrune';
import { homeText } from './homeText';
import { SessionRow } from './SessionRow';

interface OwnReviewProps {
  /** Null while no model is open. */
  readonly own: PrototypeStudy | null;
  readonly sessions: readonly Session[];
}

/** The review that every reader has of the open model: to be begun, or gone on with. */
export function OwnReview({ own, sessions }: OwnReviewProps) {
  const pack = useAppState((state) => state.pack);
  return (
    <section className="review-card is-own" aria-labelledby="own-review">
      <h2 id="own-review">{homeText.own}</h2>
      {own === null ? (
        <p className="quiet">{pack.status === 'loading' ? homeText.modelLoading : homeText.noModel}</p>
      ) : (
        <p>{homeText.ownOf(own.pack.name)}</p>
      )}
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} isOpenable onOpen={openOwn} />
      ))}
      {own !== null && sessions.length === 0 && (
        <div className="review-actions">
          <Button className="button primary" onPress={openOwn}>
            {homeText.begin}
          </Button>
          <span className="quiet">{homeText.lengthOf(findStudyLength(own))}</span>
        </div>
      )}
      <SaveOwnPrune />
    </section>
  );
}

function openOwn(): void {
  goTo({ mode: 'review', page: 'session', sessionId: 'own' });
}
