import { findOpeningLong } from '../../store/selectors';
import { useActions, useAppState } from '../AppStoreContext';
import { FileButton } from '../FileButton';
import { FormatList } from './FormatList';
import { IntendedUseNote } from './IntendedUseNote';
import { LazyLongReading } from '../longReading/LazyLongReading';
import { Message } from '../Message';
import { ModelState } from '../ModelState';
import { RefusedRecordings } from '../worklist/RefusedRecordings';
import { SampleGallery } from './SampleGallery';
import { StartFacts } from './StartFacts';
import { text } from '../text';

/** The first page: a sheet of blank ECG paper that says what to do. */
export function StartPage() {
  const { closeRecording } = useActions();
  const recording = useAppState((state) => state.recording);
  const isOpening = useAppState((state) => findOpeningLong(state) !== null);
  return (
    <div className="start">
      {recording.status === 'failed' && <Message tone="problem" sentence={recording.sentence} onDismiss={() => void closeRecording()} />}
      <RefusedRecordings />
      <section className="sheet" aria-labelledby="start-title">
        <div className="calibration" aria-hidden="true">
          <svg width="41" height="41">
            <path d="M0 40.5h10.5v-40h20v40H41" />
          </svg>
          <p>{text.start.scale}</p>
        </div>
        {isOpening ? (
          <LazyLongReading />
        ) : (
          <>
            <h2 id="start-title">{text.start.title}</h2>
            <p>{text.start.needs}</p>
            <FormatList />
            <FileButton label={text.start.choose} primary />
            <p>{text.start.privacy}</p>
          </>
        )}
      </section>
      <StartFacts />
      <IntendedUseNote />
      <ModelState />
      <SampleGallery />
    </div>
  );
}
