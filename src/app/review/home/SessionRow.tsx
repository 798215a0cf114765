import { CircleCheck, Download, Lock as LockIcon, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { Session } from '../../../store/review/database';
import { isReminderDue, unexportedCount } from '../../../store/review/selectors';
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
  const log = useLog(session);
  const standing = useMemo(() => log && findStanding(log, session.exportedCount), [log, session.exportedCount]);
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
          {isLocked ? homeText.look : homeText.goOn}
        </Button>
        {session.entryCount > 0 && <ExportMenu session={session} />}
        {standing && !isLocked && session.entryCount > 0 && (
          <LockButton session={session} done={standing.done} total={standing.total} />
        )}
      </div>
      {log && log.folded.clockFaults > 0 && <p className="quiet">{homeText.clockFaults(log.folded.clockFaults)}</p>}
    </div>
  );
}

/** Whether what was answered stands in a file that was exported; said louder when much or old work does not. */
function ExportState({ session, unexported }: { readonly session: Session; readonly unexported: number }) {
  if (session.entryCount === 0) return <span className="quiet">{homeText.untouched}</span>;
  if (unexportedCount(session) === 0) {
    return (
      <span className="review-state">
        <CircleCheck aria-hidden="true" size={14} />
        {homeText.exported}
      </span>
    );
  }
  const isDue = isReminderDue(session, new Date());
  return (
    <span className={isDue ? 'review-state is-due' : 'review-state'}>
      {isDue ? <TriangleAlert aria-hidden="true" size={14} /> : <Download aria-hidden="true" size={14} />}
      {homeText.notExported(unexported)}
      {isDue && homeText.exportNow}
    </span>
  );
}
