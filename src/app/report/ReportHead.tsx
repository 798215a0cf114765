import { USED_SECONDS } from '../../signal/readWindow';
import type { ReadyRecording } from '../../store/recordingState';
import { findModelCard, statementExplanation } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';
import { formatTime } from '../time';
import { reportText } from './reportText';

interface ReportHeadProps {
  readonly recording: ReadyRecording;
  /** The first digits of the SHA-256 of the samples; null where the page cannot hash. */
  readonly ecgHash: string | null;
  readonly identity: string;
  readonly printed: Date;
}

const SHORT_HASH_LENGTH = 8;

/** What was computed with what, when, on whose ECG if somebody typed it, and what was checked. */
export function ReportHead({ recording: { ecg, whole, answered }, ecgHash, identity, printed }: ReportHeadProps) {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  const card = useAppState(findModelCard);
  const sumError = useAppState((state) => {
    const explained = statementExplanation(state);
    return explained.status === 'ready' ? explained.explanation.sumError : null;
  });
  return (
    <header className="report-head">
      <h2>
        {text.appName}
        {identity !== '' && <strong className="report-identity">{identity}</strong>}
      </h2>
      <p className="report-caution">
        {text.intendedUse}
        {card?.simulated && ` ${text.simulatedModel}`}
      </p>
      <p>
        {[
          ...(pack
            ? [
                reportText.model(pack.manifest.modelCard.title, pack.sha256.slice(0, SHORT_HASH_LENGTH)),
                text.backend.name(pack.backend.backend),
              ]
            : []),
          reportText.recording(ecgHash, ecg.samplingRateHz),
          ...(whole ? [reportText.used(whole.startSeconds, whole.startSeconds + USED_SECONDS, whole.overview.durationSeconds)] : []),
          ...(ecg.derivedLeads ? [reportText.derived(ecg.derivedLeads)] : []),
          ...(answered ? [reportText.stated] : []),
          reportText.printed(formatTime(printed)),
        ].join(' · ')}
      </p>
      {pack && (
        <p>
          {reportText.checksPassed} {reportText.checks(sumError, pack.backend)}
          {card?.verified === false && `. ${text.unverifiedModel}`}
        </p>
      )}
    </header>
  );
}
