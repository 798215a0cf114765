import type { StoreContext } from './context';
import type { DroppedFile } from './droppedFile';
import { dismissNotice, notify } from './notices';
import type { WorklistEntry } from './worklistState';

/** A file is no ECG but a study or a reader's answers: review mode opens it. */
export class ForReview extends Error {}

/** Takes an entry off the list because its file is review mode's, and says so, in one notice for all such files. */
export function leaveToReview(context: StoreContext, { id }: WorklistEntry, files: readonly DroppedFile[]): void {
  const { store } = context;
  store.setState(({ worklist }) => ({ worklist: { ...worklist, entries: worklist.entries.filter((other) => other.id !== id) } }));
  const told = store.getState().notices.find(({ content }) => content.kind === 'forReview');
  const before = told?.content.kind === 'forReview' ? told.content.files : [];
  if (told) dismissNotice(context, told.id);
  const all = [...before, ...files];
  notify(context, { kind: 'forReview', names: all.map(({ name }) => name), files: all });
}
