import type { StoreContext } from './context';
import type { DroppedFile } from './droppedFile';
import type { CaseResults } from './resultsState';
import { INITIAL_SHEET } from './sheet';
import type { AppState } from './state';
import type { WorklistEntry, WorklistState } from './worklistState';

/** A session without recordings. */
export const EMPTY_WORKLIST: WorklistState = { entries: [], openId: null, closed: null };

/** A recording of which nothing was made yet. */
export const NO_RESULTS: CaseResults = {
  measurements: { status: 'empty' },
  inference: { status: 'empty' },
  selection: { status: 'none' },
  sheet: INITIAL_SHEET,
};

/** An entry of the worklist; undefined where it was removed. */
export function findEntry({ worklist }: Pick<AppState, 'worklist'>, id: number | null): WorklistEntry | undefined {
  return worklist.entries.find((entry) => entry.id === id);
}

/** What was made of an entry's recording, also where it is the open one. */
export function resultsOf(state: AppState, entry: WorklistEntry): CaseResults {
  if (entry.id !== state.worklist.openId) return entry.results;
  const { measurements, inference, selection, sheet } = state;
  return { measurements, inference, selection, sheet };
}

/** Puts recordings at the end of the worklist. @returns their ids. */
export function addEntries({ store }: StoreContext, recordings: readonly (readonly DroppedFile[])[]): readonly number[] {
  const { entries } = store.getState().worklist;
  const first = 1 + Math.max(0, ...entries.map(({ id }) => id));
  const added = recordings.map(
    (files, i): WorklistEntry => ({
      id: first + i,
      names: files.map(({ name }) => name),
      recording: { status: 'waiting', files },
      fingerprint: null,
      results: NO_RESULTS,
    }),
  );
  store.setState(({ worklist }) => ({ worklist: { ...worklist, entries: [...worklist.entries, ...added] } }));
  return added.map(({ id }) => id);
}

/** Notes how far an entry is, and what follows from it. */
export function putRecording(
  { store }: StoreContext,
  id: number,
  change: Partial<Pick<WorklistEntry, 'recording' | 'fingerprint' | 'results'>>,
): void {
  store.setState(({ worklist }) => ({ worklist: changeEntry(worklist, id, (entry) => ({ ...entry, ...change })) }));
}

/** Notes what was made of a recording, wherever it is by now: on the page or in the list. */
export function putResults({ store }: StoreContext, id: number, change: Partial<CaseResults>): void {
  store.setState(({ worklist }) =>
    worklist.openId === id
      ? change
      : { worklist: changeEntry(worklist, id, (entry) => ({ ...entry, results: { ...entry.results, ...change } })) },
  );
}

/** The worklist with the page's results noted under the open recording, as it must be before another takes the page. */
export function withOpenKept(state: AppState): WorklistState {
  const { worklist } = state;
  if (worklist.openId === null) return worklist;
  return changeEntry(worklist, worklist.openId, (entry) => ({ ...entry, results: resultsOf(state, entry) }));
}

/** The worklist without predictions, and without the prototypes that were chosen among them: both are one model's own. */
export function withoutInferences(worklist: WorklistState): WorklistState {
  const withoutOf = (entry: WorklistEntry): WorklistEntry => {
    const { selection } = entry.results;
    const kept = selection.status === 'statement' ? { ...selection, prototype: null } : selection;
    return { ...entry, results: { ...entry.results, inference: NO_RESULTS.inference, selection: kept } };
  };
  const { entries, closed } = worklist;
  return {
    ...worklist,
    entries: entries.map(withoutOf),
    closed: closed && { ...closed, entries: closed.entries.map(withoutOf) },
  };
}

function changeEntry(worklist: WorklistState, id: number, change: (entry: WorklistEntry) => WorklistEntry): WorklistState {
  return { ...worklist, entries: worklist.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}
