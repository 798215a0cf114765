import { Button } from 'react-aria-components';
import { findModelCard } from '../../store/selectors';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

/** What the program is for and what its results mean, until the reader puts it aside for good. */
export function IntendedUseNote() {
  const isRead = useAppState(({ display }) => display.isNoteRead);
  const card = useAppState(findModelCard);
  const { changeDisplay } = useActions();
  if (isRead) return null;
  return (
    <section className="panel intended-use-note" aria-labelledby="intended-use-title">
      <div className="note-head">
        <h2 id="intended-use-title">{text.about.noteTitle}</h2>
        <span className="quiet">{text.about.noteLater}</span>
        <Button className="button" onPress={() => changeDisplay({ isNoteRead: true })}>
          {text.about.noteDismiss}
        </Button>
      </div>
      <div className="note-columns">
        <p>{text.about.whatItIs}</p>
        <p>
          <strong>{text.about.intendedUse}</strong> {card?.simulated && text.about.simulated} {text.about.privacyShort}
        </p>
        <p>{text.about.meaning}</p>
      </div>
    </section>
  );
}
