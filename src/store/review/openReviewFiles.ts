import { toSentence } from '../../ecg/problem';
import { findReviewText } from '../../review/findReviewText';
import { readReaderFile } from '../../review/readReaderFile';
import { readStudy } from '../../review/readStudy';
import { type DroppedFile, isTooLarge, readDroppedFile } from '../droppedFile';
import type { OpenedFile } from './openedFile';

/**
 * Reads files as studies and readers' answers, each by its content, whatever its name. What is neither comes last, all
 * together; a file that is damaged, was changed or is of a newer format is refused with a sentence.
 */
export async function openReviewFiles(files: readonly DroppedFile[]): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = [];
  const others: DroppedFile[] = [];
  for (const file of files) {
    const found = await openOne(file);
    if (found) opened.push(found);
    else others.push(file);
  }
  return others.length === 0 ? opened : [...opened, { kind: 'others', files: others }];
}

async function openOne(file: DroppedFile): Promise<OpenedFile | undefined> {
  const { name } = file;
  // No study or answers, but it may be a long ECG.
  if (isTooLarge(file)) return undefined;
  try {
    const found = findReviewText((await readDroppedFile(file)).bytes);
    if (!found) return undefined;
    return found.kind === 'study'
      ? { kind: 'study', name, study: readStudy(found.text) }
      : { kind: 'answers', name, file: readReaderFile(found.text), source: file };
  } catch (thrown) {
    return { kind: 'refused', name, sentence: `“${name}”: ${toSentence(thrown)}` };
  }
}
