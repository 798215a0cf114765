import { toRecordingName } from '../ecg/recordingName';
import type { StoreContext } from './context';
import { forgetClosing } from './forgetClosing';
import { notify } from './notices';
import { forgetComparison } from './openLedger';
import { openEntry, openFirst, settle } from './recording';
import type { CaseResults } from './resultsState';
import type { AppState } from './state';
import { NO_RESULTS, withOpenKept } from './worklist';
import type { WorklistEntry } from './worklistState';

/** Closes a recording of the worklist; where it was open, its neighbour takes its place. What runs for it is forgotten. */
export async function closeEntry(context: StoreContext, id: number): Promise<void> {
  const { recording, worklist } = context.store.getState();
  const { entries, openId } = worklist;
  const at = entries.findIndex((entry) => entry.id === id);
  if (at < 0) return;
  closeWhere(context, (entry) => entry.id === id);
  const isAskedOf = recording.status === 'asking' && recording.id === id && !recording.before;
  if (id !== openId && !isAskedOf) return;
  const neighbours = [...entries.slice(at + 1), ...entries.slice(0, at).reverse()];
  // One that is read already keeps the page from falling back to its start.
  const isReady = ({ recording }: WorklistEntry): boolean => recording.status === 'ready';
  const next = [...neighbours.filter(isReady), ...neighbours.filter((entry) => !isReady(entry))];
  await settle(context, await openFirst(context, next.map((entry) => entry.id), context.begin.recording()));
}

/** Closes the open recording; where none is, a reading under way is forgotten and so is the last refusal. */
export async function closeRecording(context: StoreContext): Promise<void> {
  const { openId } = context.store.getState().worklist;
  if (openId !== null) return closeEntry(context, openId);
  context.begin.recording();
  context.store.setState({ recording: { status: 'empty' } });
}

/** Closes every recording of the session. */
export function closeAll(context: StoreContext): void {
  closeWhere(context, () => true);
}

/** Brings back what was closed last, as it was, in its old place. */
export async function undoClosing(context: StoreContext): Promise<void> {
  const { store } = context;
  const { closed, entries } = store.getState().worklist;
  if (!closed) return;
  forgetClosing(context);
  const isBack = (entry: WorklistEntry): boolean => entries.some(({ fingerprint }) => fingerprint !== null && fingerprint === entry.fingerprint);
  const before = closed.entries.flatMap((entry) => entries.find(({ id }) => id === entry.id) ?? (isBack(entry) ? [] : [toResting(entry)]));
  const since = entries.filter(({ id }) => !before.some((entry) => entry.id === id));
  store.setState(({ worklist }) => ({ worklist: { ...worklist, entries: [...before, ...since] } }));
  const reopened = before.find(({ id }) => id === closed.openId) ?? before[0];
  if (reopened) await openEntry(context, reopened.id);
}

function closeWhere(context: StoreContext, isClosed: (entry: WorklistEntry) => boolean): void {
  const { store, begin } = context;
  const state = store.getState();
  const { recording } = state;
  const { entries, openId } = state.worklist;
  const gone = entries.filter(isClosed);
  if (gone.length === 0) return;
  forgetClosing(context);
  for (const { id } of gone) context.cancellations.get(id)?.abort();
  const remaining = entries.filter((entry) => !isClosed(entry));
  const closed = { entries: withOpenKept(state).entries, openId };
  const isAsking = recording.status === 'asking' && remaining.some(({ id }) => id === recording.id);
  if (remaining.some(({ id }) => id === openId)) {
    const isAskedNoMore = recording.status === 'asking' && !isAsking && recording.before;
    store.setState({ worklist: { entries: remaining, openId, closed }, ...(isAskedNoMore && { recording: isAskedNoMore }) });
  } else {
    begin.recording();
    store.setState({ worklist: { entries: remaining, openId: null, closed }, ...EMPTY_PAGE });
    if (isAsking) store.setState({ recording: { ...recording, before: null } });
    forgetComparison(context);
  }
  notify(context, { kind: 'closed', recordings: gone.map(({ names }) => toRecordingName(names)) });
}

const EMPTY_PAGE: Pick<AppState, 'recording' | keyof CaseResults> = {
  recording: { status: 'empty' },
  ...NO_RESULTS,
};

/** An entry whose files wait again where they were being read, and of which what was under way is to be made anew. */
function toResting(entry: WorklistEntry): WorklistEntry {
  const { recording, results } = entry;
  return {
    ...entry,
    recording: recording.status === 'reading' ? { ...recording, status: 'waiting' } : recording,
    results: {
      ...results,
      measurements: results.measurements.status === 'measuring' ? NO_RESULTS.measurements : results.measurements,
      inference: results.inference.status === 'running' ? NO_RESULTS.inference : results.inference,
    },
  };
}
