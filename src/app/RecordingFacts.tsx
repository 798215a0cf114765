import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { durationSeconds } from '../ecg/ecg';
import { findRecordedResidualMv } from '../ecg/limbLeads';
import { USED_SECONDS } from '../signal/readWindow';
import type { ReadyRecording } from '../store/recordingState';
import { useActions, useAppState } from './AppStoreContext';
import { CloseAll } from './worklist/CloseAll';
import { FactList } from './FactList';
import { useEcgHash } from './report/useEcgHash';
import { text } from './text';

interface RecordingFactsProps {
  readonly recording: ReadyRecording;
}

/** What is known of the open recording. */
export function RecordingFacts({ recording: { ecg, whole, names, answered } }: RecordingFactsProps) {
  const { closeRecording, reviseFacts } = useActions();
  const id = useAppState(({ worklist }) => worklist.openId);
  const hash = useEcgHash(ecg);
  const residualMv = useMemo(() => findRecordedResidualMv(ecg), [ecg]);
  const duration = whole?.overview.durationSeconds ?? durationSeconds(ecg);
  return (
    <section aria-labelledby="recording-title" className="recording">
      <h2 id="recording-title">{text.recording.title}</h2>
      <FactList
        facts={[
          [text.recording.files, names.join(', ')],
          ...toNoted(text.recording.caseName, hash && text.recording.caseNamed(hash), text.recording.caseNote),
          [text.recording.rate, text.recording.samplesPerSecond(ecg.samplingRateHz, answered?.questions.stated.samplingRateHz !== undefined)],
          [text.recording.length, text.recording.seconds(duration)],
          ...(whole ? [[text.recording.used, text.recording.stretch(whole.startSeconds, whole.startSeconds + USED_SECONDS, duration)] as const] : []),
          [text.recording.format, ecg.format],
          [text.recording.scale, ecg.scale],
          ...toNoted(text.recording.einthoven, residualMv === undefined ? null : text.recording.within(residualMv), text.recording.einthovenNote),
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
        {answered && id !== null && (
          <Button className="button" onPress={() => reviseFacts(id)}>
            {text.recording.revise}
          </Button>
        )}
        <Button className="button" onPress={() => void closeRecording()}>
          {text.recording.close}
        </Button>
        <CloseAll />
      </div>
    </section>
  );
}

/** A fact with what it means, where there is one. */
function toNoted(name: string, value: string | null, note: string) {
  return value === null ? [] : [[name, <span title={note}>{value}</span>] as const];
}
