import { Button } from 'react-aria-components';
import { durationSeconds } from '../ecg/ecg';
import { USED_SECONDS } from '../signal/readWindow';
import type { ReadyRecording } from '../store/state';
import { useActions } from './AppStoreContext';
import { CloseAll } from './worklist/CloseAll';
import { FactList } from './FactList';
import { text } from './text';

interface RecordingFactsProps {
  readonly recording: ReadyRecording;
}

/** What is known of the open recording. */
export function RecordingFacts({ recording: { ecg, whole, names } }: RecordingFactsProps) {
  const { closeRecording } = useActions();
  const duration = whole?.overview.durationSeconds ?? durationSeconds(ecg);
  return (
    <section aria-labelledby="recording-title" className="recording">
      <h2 id="recording-title">{text.recording.title}</h2>
      <FactList
        facts={[
          [text.recording.files, names.join(', ')],
          [text.recording.rate, text.recording.samplesPerSecond(ecg.samplingRateHz)],
          [text.recording.length, text.recording.seconds(duration)],
          ...(whole ? [[text.recording.used, text.recording.stretch(whole.startSeconds, whole.startSeconds + USED_SECONDS, duration)] as const] : []),
          [text.recording.format, ecg.format],
          [text.recording.scale, ecg.scale],
        ]}
      />
      {ecg.remarks.length > 0 && (
        <ul aria-label={text.recording.remarks}>
          {ecg.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className="recording-foot">
        <Button className="button" onPress={() => void closeRecording()}>
          {text.recording.close}
        </Button>
        <CloseAll />
      </div>
    </section>
  );
}
