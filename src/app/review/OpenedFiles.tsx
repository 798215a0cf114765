import type { OpenedFile } from '../../store/review/openedFile';
import { useActions } from '../AppStoreContext';
import { Message } from '../Message';
import { useReviewActions, useReviewState } from '../ReviewContext';
import { goTo } from '../usePlace';
import { homeText } from './home/homeText';
import { OpenedAnswers } from './home/OpenedAnswers';

/** What became of the files that were opened last. Studies are not told here: they stand in the list. */
export function OpenedFiles() {
  const opened = useReviewState((state) => state.opened);
  const answers = opened.filter((file) => file.kind === 'answers');
  const faults = opened.filter((file) => file.kind === 'refused' || file.kind === 'others');
  if (answers.length === 0 && faults.length === 0) return null;
  return (
    <div className="review-opened">
      {faults.map((file, i) => (
        <Fault key={i} file={file} />
      ))}
      {answers.length > 0 && <OpenedAnswers opened={answers} />}
    </div>
  );
}

/** A file that review mode cannot use, and what can be done about it. */
function Fault({ file }: { readonly file: Extract<OpenedFile, { readonly kind: 'refused' | 'others' }> }) {
  const { dismissOpened } = useReviewActions();
  const { openFiles } = useActions();
  const dismiss = (): void => dismissOpened(file);
  if (file.kind === 'refused') return <Message tone="problem" sentence={file.sentence} onDismiss={dismiss} />;
  const openInRead = (): void => {
    dismiss();
    goTo({ mode: 'read' });
    void openFiles(file.files);
  };
  return (
    <Message
      tone="problem"
      sentence={homeText.others(file.files.map(({ name }) => name))}
      action={{ label: homeText.openInRead, onPress: openInRead }}
      onDismiss={dismiss}
    />
  );
}
