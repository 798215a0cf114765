import { findAsked } from '../../store/questions';
import type { WorklistEntry } from '../../store/worklistState';
import { useAppState } from '../AppStoreContext';
import { useMediaQuery } from '../useMediaQuery';
import { WIDE } from '../widths';
import { LazyWorklist } from '../worklist/LazyWorklist';
import { WorklistKeys } from '../worklist/WorklistKeys';
import './ask.css';
import { AskForm } from './AskForm';

interface AskPageProps {
  /** Its files leave something open, or did. */
  readonly entry: WorklistEntry;
}

/** In place of an ECG: what has to be stated before it can be drawn, beside the other recordings. */
export function AskPage({ entry }: AskPageProps) {
  const isWide = useMediaQuery(WIDE);
  const isAlone = useAppState(({ worklist }) => worklist.entries.length < 2);
  const asked = findAsked(entry);
  if (!asked) return null;
  return (
    <div className={isAlone ? 'ask-page' : 'ask-page read'}>
      <WorklistKeys />
      {!isAlone && (
        <div className={isWide ? 'rail' : 'ask-list'}>
          <LazyWorklist />
        </div>
      )}
      <div className="reading">
        <AskForm entry={entry} questions={asked.questions} />
      </div>
    </div>
  );
}
