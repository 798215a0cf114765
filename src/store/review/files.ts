import type { DroppedFile } from '../droppedFile';
import type { ReviewStoreContext } from './context';
import type { OpenedFile } from './openedFile';
import { keepStudy } from './shelf';

/** Opens files, each as what it is; studies are kept on this computer, and nothing is begun. @returns what was opened. */
export async function openFiles(context: ReviewStoreContext, files: readonly DroppedFile[]): Promise<readonly OpenedFile[]> {
  // The code that reads these files is loaded with the first of them.
  const { openReviewFiles } = await import('./openReviewFiles');
  const opened = await openReviewFiles(files);
  for (const file of opened) if (file.kind === 'study') await keepStudy(context, file.study);
  context.store.setState((state) => ({
    opened: [...opened, ...state.opened.filter((known) => !opened.some((file) => isSame(file, known)))],
  }));
  return opened;
}

/** Takes what became of a file off the page. */
export function dismissOpened({ store }: ReviewStoreContext, file: OpenedFile): void {
  store.setState(({ opened }) => ({ opened: opened.filter((known) => known !== file) }));
}

/** Whether two opened files say the same, so that one message is enough. */
function isSame(a: OpenedFile, b: OpenedFile): boolean {
  switch (a.kind) {
    case 'study':
      return b.kind === 'study' && b.study.contentSha256 === a.study.contentSha256;
    case 'answers':
      return b.kind === 'answers' && b.file.head === a.file.head;
    case 'refused':
      return b.kind === 'refused' && b.sentence === a.sentence;
    case 'others':
      return b.kind === 'others';
  }
}
