import { Button, ProgressBar } from 'react-aria-components';
import { toRecordingName } from '../../ecg/recordingName';
import type { OpeningLong } from '../../store/selectors';
import { useActions } from '../AppStoreContext';
import './longReading.css';
import { longReadingText } from './longReadingText';

interface LongReadingProps {
  readonly opening: OpeningLong;
}

/** How far a long recording is that is on its way to the page, and the way out. */
export function LongReading({ opening: { id, names, durationSeconds, share } }: LongReadingProps) {
  const { cancelReading } = useActions();
  const sentence = longReadingText.progress(durationSeconds, share);
  return (
    <section className="long-reading" aria-labelledby="long-reading-title">
      <h2 id="long-reading-title">{longReadingText.title(toRecordingName(names))}</h2>
      <ProgressBar className="long-reading-progress" aria-labelledby="long-reading-title" value={share} maxValue={1} valueLabel={sentence}>
        <span>{sentence}</span>
        <span className="long-reading-bar" aria-hidden="true">
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      </ProgressBar>
      <p>{longReadingText.why}</p>
      <Button className="button" onPress={() => cancelReading(id)}>
        {longReadingText.cancel}
      </Button>
    </section>
  );
}
