import { Merge, Play } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { OpenedFile } from '../../../store/review/openedFile';
import { useActions } from '../../AppStoreContext';
import { Message } from '../../Message';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { goTo } from '../../usePlace';
import { homeText } from './homeText';

/** What became of the files that were opened last. Studies are not told here: they stand in the list. */
export function OpenedFiles() {
  const opened = useReviewState((state) => state.opened);
  const told = opened.filter(({ kind }) => kind !== 'study');
  if (told.length === 0) return null;
  return (
    <div className="review-opened">
      {told.map((file, i) => (
        <Opened key={i} file={file} />
      ))}
    </div>
  );
}

function Opened({ file }: { readonly file: OpenedFile }) {
  const { dismissOpened } = useReviewActions();
  const { openFiles } = useActions();
  const dismiss = (): void => dismissOpened(file);
  switch (file.kind) {
    case 'refused':
      return <Message tone="problem" sentence={file.sentence} onDismiss={dismiss} />;
    case 'others':
      return (
        <Message
          tone="problem"
          sentence={homeText.others(file.files.map(({ name }) => name))}
          action={{
            label: homeText.openInRead,
            onPress: () => {
              dismiss();
              goTo({ mode: 'read' });
              void openFiles(file.files);
            },
          }}
          onDismiss={dismiss}
        />
      );
    case 'answers':
      return <OpenedAnswers opened={file} onDone={dismiss} />;
    case 'study':
      return null;
  }
}

interface OpenedAnswersProps {
  readonly opened: Extract<OpenedFile, { readonly kind: 'answers' }>;
  readonly onDone: () => void;
}

/** A reader's answers, without any of them: the same reader may go on with them here, a coordinator may merge them. */
function OpenedAnswers({ opened: { name, file }, onDone }: OpenedAnswersProps) {
  const { importAnswers } = useReviewActions();
  const { study, reader, entries } = file;
  const count = entries.filter(({ event }) => event.kind === 'answered' || event.kind === 'read').length;
  const isLocked = entries.at(-1)?.event.kind === 'locked';
  return (
    <section className="review-card" aria-label={homeText.answersTitle(name)}>
      <h3>{name}</h3>
      <p>{homeText.answersOf(homeText.reader(reader.role, reader.years), study.title, count, isLocked)}</p>
      <div className="review-actions">
        <Button className="button" onPress={() => void importAnswers(file).then((id) => id !== null && onDone())}>
          <Play aria-hidden="true" size={16} />
          {homeText.answersGoOn}
        </Button>
        <Button className="button" onPress={() => goTo({ mode: 'review', page: 'merge' })}>
          <Merge aria-hidden="true" size={16} />
          {homeText.answersMerge}
        </Button>
        <Button className="button" onPress={onDone}>
          {homeText.answersPutAside}
        </Button>
      </div>
    </section>
  );
}
