import { FilePlus2, Merge } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Session } from '../../../store/review/database';
import type { Study } from '../../../review/study';
import { useAppState } from '../../AppStoreContext';
import { useReviewState } from '../../ReviewContext';
import { goTo } from '../../usePlace';
import { homeText } from './homeText';
import './home.css';
import { OpenButton } from './OpenButton';
import { OwnReview } from './OwnReview';
import { StudyPanel } from './StudyPanel';
import { useOwnStudy } from './useOwnStudy';

/** Review mode's start: what of reviews is on this computer, and what can be begun. */
export function HomePage() {
  const shelf = useReviewState((state) => state.shelf);
  const forgetful = useReviewState((state) => state.forgetful);
  const isPersistent = useReviewState((state) => state.isPersistent);
  const opened = useReviewState((state) => state.opened);
  const packSha256 = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.sha256 : null));
  const own = useOwnStudy();
  return (
    <div className="review-home">
      <header className="review-head">
        <div>
          <h2>{homeText.title}</h2>
          <p>{homeText.privacy}</p>
        </div>
        <div className="review-doors" role="group" aria-label={homeText.doors}>
          <OpenButton />
          <Button className="button" onPress={() => goTo({ mode: 'review', page: 'make' })}>
            <FilePlus2 aria-hidden="true" size={16} />
            {homeText.make}
          </Button>
          <Button className="button" onPress={() => goTo({ mode: 'review', page: 'merge' })}>
            <Merge aria-hidden="true" size={16} />
            {homeText.merge}
          </Button>
        </div>
      </header>
      {forgetful !== null && (
        <p className="review-note" role="status">
          {forgetful}
        </p>
      )}
      {forgetful === null && isPersistent === false && shelf.status === 'ready' && shelf.sessions.length > 0 && <p className="quiet">{homeText.mayBeCleared}</p>}
      {shelf.status === 'opening' && <p className="pending">{homeText.opening}</p>}
      {shelf.status === 'failed' && <p role="alert">{shelf.sentence}</p>}
      {shelf.status === 'ready' && (
        <>
          <OwnReview own={own} sessions={shelf.sessions.filter(({ study }) => study.contentSha256 === own?.contentSha256)} />
          <section className="review-studies" aria-labelledby="review-studies">
            <h2 id="review-studies">{homeText.studies}</h2>
            {toStudies(shelf.studies, shelf.sessions, own).map(({ study, sessions }) => (
              <StudyPanel
                key={study.contentSha256}
                study={study}
                sessions={sessions}
                packSha256={packSha256}
                isJustOpened={opened.some((file) => file.kind === 'study' && file.study.contentSha256 === study.contentSha256)}
              />
            ))}
            {toStudies(shelf.studies, shelf.sessions, own).length === 0 && <p className="review-empty">{homeText.noStudies}</p>}
          </section>
        </>
      )}
    </div>
  );
}

/** Every study once, the newest first, with the sessions of it; the open pack's own review apart. */
function toStudies(
  studies: readonly Study[],
  sessions: readonly Session[],
  own: Study | null,
): readonly { readonly study: Study; readonly sessions: readonly Session[] }[] {
  const byHash = new Map([...studies, ...sessions.map(({ study }) => study)].map((study) => [study.contentSha256, study]));
  if (own) byHash.delete(own.contentSha256);
  return [...byHash.values()]
    .sort((a, b) => (b.created ?? '').localeCompare(a.created ?? ''))
    .map((study) => ({ study, sessions: sessions.filter((session) => session.study.contentSha256 === study.contentSha256) }));
}
