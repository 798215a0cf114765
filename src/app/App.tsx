import { lazy, Suspense } from 'react';
import { findAskedOnPage } from '../store/questions';
import { findShownRecording } from '../store/selectors';
import { useAppState } from './AppStoreContext';
import { DropVeil } from './start/DropVeil';
import { Header } from './header/Header';
import { Notices } from './Notices';
import { ReadPage } from './ReadPage';
import { StartPage } from './start/StartPage';
import { StatusBar } from './StatusBar';
import { text } from './text';
import { useColours } from './header/useColours';
import { useFileDrop } from './start/useFileDrop';
import { usePlace } from './usePlace';
import { useTakeFiles } from './useTakeFiles';

const AskPage = lazy(async () => ({ default: (await import('./ask/AskPage')).AskPage }));
const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage')).ReviewPage }));

/** The page: the start page until there is an ECG, then what its files leave open, the ECG and its reading; or review mode. */
export function App() {
  const recording = useAppState(findShownRecording);
  const asked = useAppState(findAskedOnPage);
  const place = usePlace();
  const isDragging = useFileDrop(useTakeFiles());

  useColours();

  return (
    <div className="app">
      <a className="skip" href="#content">
        {text.skipToContent}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Notices />
        {place.mode === 'review' ? (
          <Suspense fallback={<p className="pending">{text.review.loading}</p>}>
            <ReviewPage place={place} />
          </Suspense>
        ) : asked ? (
          <Suspense fallback={<p className="pending">{text.recording.asking}</p>}>
            <AskPage key={asked.id} entry={asked} />
          </Suspense>
        ) : recording ? (
          <ReadPage recording={recording} />
        ) : (
          <StartPage />
        )}
      </main>
      <StatusBar />
      {isDragging && <DropVeil />}
    </div>
  );
}
