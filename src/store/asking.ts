import type { StatedFacts } from '../ecg/statedFacts';
import type { StoreContext } from './context';
import { forgetClosing } from './forgetClosing';
import { findAsked } from './questions';
import { openEntry, openFirst, settle, tellRefusal } from './recording';
import { findShownRecording } from './selectors';
import { findEntry, NO_RESULTS, putRecording } from './worklist';

/** Reads an entry with what the reader states of it and opens it; others to which the same applies follow in the background. */
export async function stateFacts(context: StoreContext, id: number, stated: StatedFacts, alsoFor: readonly number[] = []): Promise<void> {
  forgetClosing(context);
  for (const each of [id, ...alsoFor]) awaitWith(context, each, stated);
  await settle(context, await openFirst(context, [id], context.begin.recording()));
}

/** Asks once more what was stated of a recording that was read; until it is stated anew, nothing changes. */
export function reviseFacts({ store, begin }: StoreContext, id: number): void {
  const entry = findEntry(store.getState(), id);
  if (!entry || !findAsked(entry)) return;
  begin.recording();
  const before = findShownRecording(store.getState());
  store.setState({ recording: { status: 'asking', id, names: entry.names, before } });
}

/**
 * Takes the questions of an entry off the page. One that was read stays as it was; one that was not is refused with the
 * sentence that says what it lacks, and given once more it asks again.
 */
export async function putAside(context: StoreContext, id: number): Promise<void> {
  const { store, begin } = context;
  const { worklist, recording } = store.getState();
  const entry = findEntry(store.getState(), id);
  if (entry?.recording.status === 'ready') return openEntry(context, id);
  if (entry?.recording.status !== 'asking') return;
  const { refusal, sentence } = entry.recording.questions;
  putRecording(context, id, { recording: { status: 'refused', sentence: refusal ?? sentence }, fingerprint: null });
  if (recording.status !== 'asking' || recording.id !== id) return;
  const isLatest = begin.recording();
  store.setState({ recording: recording.before ?? { status: 'empty' } });
  if (worklist.entries.length === 1) tellRefusal(context, [id]);
  if (recording.before) return;
  const at = worklist.entries.indexOf(entry);
  const next = [...worklist.entries.slice(at + 1), ...worklist.entries.slice(0, at)];
  await settle(context, await openFirst(context, next.map((other) => other.id), isLatest));
}

/** Has an entry wait to be read with what is stated; what was made of it before is past. */
function awaitWith(context: StoreContext, id: number, stated: StatedFacts): void {
  const { store } = context;
  const entry = findEntry(store.getState(), id);
  const asked = entry && findAsked(entry);
  if (!asked || entry.recording.status === 'reading') return;
  const { files, questions } = asked;
  const recording = { status: 'waiting', files, questions: { ...questions, stated: { ...questions.stated, ...stated }, refusal: null } } as const;
  const state = store.getState();
  if (state.worklist.openId === id) {
    store.setState({ worklist: { ...state.worklist, openId: null }, recording: { status: 'empty' }, ...NO_RESULTS });
  }
  putRecording(context, id, { recording, results: NO_RESULTS });
}
