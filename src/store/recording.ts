import { workThrough } from './background';
import { forgetCancelling } from './cancelReading';
import type { StoreContext } from './context';
import type { DroppedFile } from './droppedFile';
import { forgetClosing } from './forgetClosing';
import { notify } from './notices';
import { readEntry } from './readEntry';
import { findShownRecording } from './selectors';
import { showEntry } from './showEntry';
import { addEntries, findEntry } from './worklist';

/**
 * Puts the files, sorted into recordings, in the worklist, opens the first that can be read or asked about, and then computes the
 * others in the background. A recording that was open stays open until another is read.
 */
export async function openFiles(context: StoreContext, files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  const isLatest = context.begin.recording();
  // Files that cannot be told apart are one recording, and reading it says why.
  const recordings = await context.deps.groupFiles(files).catch(() => [files]);
  await openAdded(context, recordings, isLatest);
}

/** Opens files that are known to be one recording. */
export async function openRecording(context: StoreContext, files: readonly DroppedFile[]): Promise<void> {
  await openAdded(context, [files], context.begin.recording());
}

/** Opens a recording of the worklist, read first if it was not yet. */
export async function openEntry(context: StoreContext, id: number): Promise<void> {
  forgetClosing(context);
  await settle(context, await openFirst(context, [id], context.begin.recording()));
}

async function openAdded(
  context: StoreContext,
  recordings: readonly (readonly DroppedFile[])[],
  isLatest: () => boolean,
): Promise<void> {
  forgetClosing(context);
  forgetCancelling(context);
  const ids = addEntries(context, recordings);
  let opening = await openFirst(context, ids, isLatest);
  if (!opening.computed && isLatest()) {
    const { entries, openId } = context.store.getState().worklist;
    // One that was added before may not have come to be shown.
    if (openId === null) opening = await openFirst(context, entries.map(({ id }) => id), isLatest);
    tellRefusal(context, ids);
  }
  await settle(context, opening);
}

/** Settles when the opened recording is computed, and all others after it. */
export async function settle(context: StoreContext, { computed }: Opening): Promise<void> {
  await Promise.all([computed, workThrough(context)]);
}

/** What became of an attempt to open a recording. */
export interface Opening {
  /** Settles when what was missing of the opened recording is computed; undefined where none was opened. */
  readonly computed?: Promise<void>;
}

/** Opens the first of these that can be read or asked about, unless the reader wants another meanwhile. */
export async function openFirst(context: StoreContext, ids: readonly number[], isLatest: () => boolean): Promise<Opening> {
  const { store } = context;
  for (const id of ids) {
    if (!isLatest()) return {};
    const entry = findEntry(store.getState(), id);
    if (!entry || entry.recording.status === 'refused') continue;
    if (entry.recording.status === 'ready' || entry.recording.status === 'asking') return showFound(context, id);
    const before = findShownRecording(store.getState());
    store.setState({ recording: { status: 'reading', id, names: entry.names, before } });
    const found = await readEntry(context, id);
    if (!isLatest()) return {};
    if (found !== null) return showFound(context, found);
    // Of the one before, other ten seconds may be in use by now.
    store.setState({ recording: findShownRecording(store.getState()) ?? { status: 'empty' } });
  }
  return {};
}

/** Puts a recording that was read on the page, or the questions that its files leave open. */
function showFound(context: StoreContext, id: number): Opening {
  const { store } = context;
  const entry = findEntry(store.getState(), id);
  if (entry?.recording.status !== 'asking') return { computed: showEntry(context, id) };
  const before = findShownRecording(store.getState());
  store.setState({ recording: { status: 'asking', id, names: entry.names, before } });
  return { computed: Promise.resolve() };
}

/**
 * Says that nothing that was added can be read. A recording that came alone leaves the list again: a sentence is all that
 * there is to it. Several stay there, each with its own sentence.
 */
export function tellRefusal(context: StoreContext, ids: readonly number[]): void {
  const { store } = context;
  const shown = findShownRecording(store.getState());
  // What review mode opens has left the list.
  const listed = ids.filter((id) => findEntry(store.getState(), id));
  if (listed.length > 1) {
    if (shown) notify(context, { kind: 'noneRead', count: listed.length });
    return;
  }
  const entry = findEntry(store.getState(), listed[0] ?? null);
  if (entry?.recording.status !== 'refused') return;
  const { sentence } = entry.recording;
  store.setState(({ worklist }) => ({
    worklist: { ...worklist, entries: worklist.entries.filter(({ id }) => id !== entry.id) },
    recording: shown ?? { status: 'failed', names: entry.names, sentence },
  }));
  if (shown) notify(context, { kind: 'refused', names: entry.names, sentence });
}
