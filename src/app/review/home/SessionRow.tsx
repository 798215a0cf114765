import { CircleCheck, Download, Lock as LockIcon } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import type { Session } from '../../../store/review/database';
import { ExportMenu } from './ExportMenu';
import { homeText } from './homeText';
import { LockButton } from './LockButton';
import { findStanding } from './standing';
import { useLog } from './useLog';

interface SessionRowProps {
  readonly session: Session;
  /** Whether its model is the open one. */
  readonly isOpenable: boolean;
  onOpen(): void;
}

/** One reader's work on one study: how far it is, whether it was exported, and what can be done with it. */
export function SessionRow({ session, isOpenable, onOpen }: SessionRowProps) {
  const { reader, study, isLocked } = session;
  const entries = useLog(session);
  const standing = entries && findStanding(session, entries);
  const who = homeText.reader(reader.role, reader.years);
  return (
    <div className="review-session">
      <div className="review-session-facts">
        <strong>{who}</strong>
        {standing && (
          <ProgressBar
            className="review-progress"
            aria-label={homeText.progress(study.title)}
            value={standing.done}
            maxValue={standing.total}
            valueLabel={homeText.doneOf(standing.done, standing.total)}
          >
            {({ percentage, valueText }) => (
              <>
                <span className="review-progress-bar">
                  <span style={{ inlineSize: `${percentage}%` }} />
                </span>
                <span>{valueText}</span>
              </>
            )}
          </ProgressBar>
        )}
        {isLocked && (
          <span className="review-state">
            <LockIcon aria-hidden="true" size={14} />
            {homeText.locked}
          </span>
        )}
        {standing && <ExportState session={session} unexported={standing.unexported} />}
      </div>
      <div className="review-actions">
        <Button className={isLocked ? 'button' : 'button primary'} isDisabled={!isOpenable} onPress={onOpen}>
          {isLocked ? homeText.look : session.entryCount === 0 ? homeText.begin : homeText.goOn}
        </Button>
        {entries && session.entryCount > 0 && <ExportMenu session={session} entries={entries} />}
        {standing && !isLocked && session.entryCount > 0 && (
          <LockButton session={session} done={standing.done} total={standing.total} />
        )}
      </div>
      {standing && standing.clockFaults > 0 && <p className="quiet">{homeText.clockFaults(standing.clockFaults)}</p>}
    </div>
  );
}

/** Whether what was answered stands in a file that was exported. */
function ExportState({ session, unexported }: { readonly session: Session; readonly unexported: number }) {
  if (session.entryCount === 0) return <span className="quiet">{homeText.untouched}</span>;
  const isExported = session.exportedCount >= session.entryCount;
  const Icon = isExported ? CircleCheck : Download;
  return (
    <span className="review-state">
      <Icon aria-hidden="true" size={14} />
      {isExported ? homeText.exported : homeText.notExported(unexported)}
    </span>
  );
}
