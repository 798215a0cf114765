import { findShownRecording } from '../store/selectors';
import { useActions, useAppState } from './AppStoreContext';
import { DropVeil } from './start/DropVeil';
import { Header } from './header/Header';
import { Notices } from './Notices';
import { ReadPage } from './ReadPage';
import { StartPage } from './start/StartPage';
import { StatusBar } from './StatusBar';
import { text } from './text';
import { useColours } from './header/useColours';
import { useFileDrop } from './start/useFileDrop';

/** The page: the start page until there is an ECG, then the ECG and its reading. */
export function App() {
  const { openFiles } = useActions();
  const recording = useAppState(findShownRecording);
  const isDragging = useFileDrop(openFiles);

  useColours();

  return (
    <div className="app">
      <a className="skip" href="#content">
        {text.skipToContent}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Notices />
        {recording ? <ReadPage recording={recording} /> : <StartPage />}
      </main>
      <StatusBar />
      {isDragging && <DropVeil />}
    </div>
  );
}
