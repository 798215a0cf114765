import { ProgressBar } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { findModelCard } from '../store/selectors';
import { useAppState } from './AppStoreContext';
import { toProgress } from './progress';
import { text } from './text';
import { usePlace } from './usePlace';

/** The foot of the page: what is going on, how far it is, and what the page and its model are for. */
export function StatusBar() {
  const isReading = usePlace().mode === 'read';
  const { busy, sentence, share } = useAppState(useShallow((state) => toProgress(state, isReading)));
  const card = useAppState(findModelCard);
  return (
    <footer className="status-bar">
      <p role="status">{sentence}</p>
      {busy && (
        <ProgressBar
          aria-label={text.progress.label}
          className="progress"
          isIndeterminate={share === null}
          value={share ?? 0}
          maxValue={1}
        >
          <span className="progress-fill" style={share === null ? undefined : { inlineSize: `${share * 100}%` }} />
        </ProgressBar>
      )}
      <p className="intended-use">
        {text.intendedUse}
        {card?.simulated && ` ${text.simulatedModel}`}
      </p>
    </footer>
  );
}
