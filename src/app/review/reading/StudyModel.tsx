import { Button } from 'react-aria-components';
import type { ReadingStudy } from '../../../review/study';
import { useActions, useAppState } from '../../AppStoreContext';
import { ModelState } from '../../ModelState';
import { readingText } from './readingText';

interface StudyModelProps {
  readonly study: ReadingStudy;
  /** Whether it is the model that is open. */
  readonly isOpen: boolean;
}

/** The model that explains a study's ECGs, or why it cannot yet. */
export function StudyModel({ study, isOpen }: StudyModelProps) {
  const { title, name, sha256 } = study.pack;
  const pack = useAppState((state) => state.pack);
  const isInstalled = useAppState(({ packList }) => packList.status === 'ready' && packList.entries.some((entry) => entry.name === name));
  const { choosePack } = useActions();
  // Of the same name and still not the same: another version is installed.
  const canChoose = isInstalled && !(pack.status === 'ready' && pack.name === name);
  return (
    <section className="panel" aria-labelledby="study-model-title">
      <h2 id="study-model-title">{readingText.model}</h2>
      {isOpen ? (
        <p>{readingText.modelReady(title)}</p>
      ) : pack.status === 'loading' && pack.name === name ? (
        <p role="status">{readingText.modelLoading(title)}</p>
      ) : (
        <>
          <p role="status">
            {readingText.otherModel(title, sha256, pack.status === 'ready' ? pack.pack.manifest.modelCard.title : null)}
            {!canChoose && pack.status !== 'loading' && ` ${readingText.noModel}`}
          </p>
          {canChoose && (
            <Button className="button" onPress={() => void choosePack(name)}>
              {readingText.openModel(title)}
            </Button>
          )}
          <ModelState />
        </>
      )}
    </section>
  );
}
