import { toSentence } from '../ecg/problem';
import { lastStartSeconds, readWindow } from '../signal/readWindow';
import { computeEntry } from './computeEntry';
import type { StoreContext } from './context';
import { notify } from './notices';
import type { ReadyRecording, WholeRecording } from './recordingState';
import type { CaseResults } from './resultsState';
import type { AppState } from './state';
import { findEntry, NO_RESULTS, resultsOf } from './worklist';
import type { WorklistEntry } from './worklistState';

/**
 * Uses other ten seconds of the open recording, those that start at a time or the nearest that are inside it. What was made
 * of those before is forgotten, the statement under study stays. The newest choice counts. Settles when the new ten seconds
 * are computed.
 */
export async function chooseWindow(context: StoreContext, wantedSeconds: number): Promise<void> {
  const { store, begin } = context;
  const id = store.getState().worklist.openId;
  const isLatest = begin.window();
  const recording = findEntry(store.getState(), id)?.recording;
  if (id === null || recording?.status !== 'ready' || !recording.whole) return;
  const { whole } = recording;
  const startSeconds = Math.max(0, Math.min(lastStartSeconds(whole.overview.durationSeconds), wantedSeconds));
  if (startSeconds === whole.startSeconds) return;
  try {
    const used = await openWindow(whole, startSeconds);
    const entry = findEntry(store.getState(), id);
    if (!isLatest() || !entry) return;
    store.setState((state) => withUsed(state, entry, { ...recording, ...used }));
    await computeEntry(context, id, NO_RESULTS);
  } catch (thrown) {
    if (isLatest()) notify(context, { kind: 'refused', names: recording.names, sentence: toSentence(thrown) });
  }
}

async function openWindow(whole: WholeRecording, startSeconds: number): Promise<Pick<ReadyRecording, 'ecg' | 'whole'>> {
  const { best, source } = whole;
  const ecg = startSeconds === best.startSeconds ? best.ecg : await readWindow(source, startSeconds);
  return { ecg, whole: { ...whole, startSeconds } };
}

/** The state with other ten seconds of a recording in use, of which nothing was made yet, on the page or in the list. */
function withUsed(state: AppState, entry: WorklistEntry, recording: ReadyRecording): Partial<AppState> {
  const results = toFresh(resultsOf(state, entry));
  const isOpen = state.worklist.openId === entry.id;
  const changed = { ...entry, recording, ...(!isOpen && { results }) };
  const entries = state.worklist.entries.map((other) => (other === entry ? changed : other));
  const worklist = { ...state.worklist, entries };
  if (!isOpen) return { worklist };
  // Another recording may be on its way to the page.
  const page = state.recording.status === 'reading' ? { ...state.recording, before: recording } : recording;
  return { worklist, recording: page, ...results };
}

/** No results but the statement under study, and the paper as it is held, without what was measured on it by hand. */
function toFresh({ selection, sheet }: CaseResults): CaseResults {
  return {
    ...NO_RESULTS,
    selection: selection.status === 'statement' ? { ...selection, prototype: null } : selection,
    sheet: { ...sheet, calipers: null },
  };
}
