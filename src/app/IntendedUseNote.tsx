import { Button } from 'react-aria-components';
import { findModelCard } from '../store/selectors';
import { useActions, useAppState } from './AppStoreContext';
import { text } from './text';

/** What the program is for and what its results mean, until the reader puts it aside for good. */
export function IntendedUseNote() {
  const isRead = useAppState(({ display }) => display.isNoteRead);
  const card = useAppState(findModelCard);
  const { changeDisplay } = useActions();
  if (isRead) return null;
  return (
    <section className="panel intended-use-note" aria-labelledby="intended-use-title">
      <h2 id="intended-use-title">{text.about.noteTitle}</h2>
      <div className="note-columns">
        <p>{text.about.whatItIs}</p>
        <p>
          <strong>{text.about.intendedUse}</strong> {card?.simulated && text.about.simulated} {text.about.privacy}
        </p>
        <p>{text.about.meaning}</p>
      </div>
      <div className="note-foot">
        <Button className="button" onPress={() => changeDisplay({ isNoteRead: true })}>
          {text.about.noteDismiss}
        </Button>
        <span className="quiet">{text.about.noteLater}</span>
      </div>
    </section>
  );
}
