import type { EcgFile } from '../ecg/ecgFile';
import { toRecordingName } from '../ecg/recordingName';
import type { StoreContext } from './context';
import type { Deps } from './deps';
import { readDroppedFile } from './droppedFile';
import { ForReview, leaveToReview } from './forReview';
import { findLongFile, readEnds } from './longFile';
import { dismissNotice, notify } from './notices';
import { Cancelled, openLong } from './openLong';
import { openUsedPart, type UsedPart } from './openWhole';
import { readRecording } from './openLedger';
import { toUnread } from './questions';
import type { Questions, ReadyRecording } from './recordingState';
import { findEntry, putRecording } from './worklist';
import type { WorklistEntry } from './worklistState';

/**
 * Reads an entry's files, once however often it is asked for.
 * @returns the id under which its recording stands: its own, or that of an earlier entry with the very same bytes, in
 * favour of which it left the list; read, or with questions to the reader. Null where it was refused or removed.
 */
export function readEntry(context: StoreContext, id: number): Promise<number | null> {
  const { readings } = context;
  const known = readings.get(id) ?? read(context, id).finally(() => readings.delete(id));
  readings.set(id, known);
  return known;
}

async function read(context: StoreContext, id: number): Promise<number | null> {
  const { store, deps } = context;
  const entry = findEntry(store.getState(), id);
  if (!entry || entry.recording.status === 'refused') return null;
  if (entry.recording.status !== 'waiting') return id;
  const { files, questions } = entry.recording;
  putRecording(context, id, { recording: { ...entry.recording, status: 'reading' } });
  try {
    const long = findLongFile(files);
    const read = await (long ? readEnds(long) : Promise.all(files.map(readDroppedFile)));
    const fingerprint = await deps.findFingerprint(read);
    if (!findEntry(store.getState(), id)) return null;
    const twin = store.getState().worklist.entries.find((other) => other.id !== id && other.fingerprint === fingerprint);
    if (fingerprint !== undefined && twin) {
      leaveTo(context, entry, twin);
      return await readEntry(context, twin.id);
    }
    if (fingerprint !== undefined) putRecording(context, id, { fingerprint });
    const inParts = long && (await openLong(context, id, long));
    const used = inParts ?? (await openAtOnce(deps, long ? [await readDroppedFile(long)] : read, questions));
    const answered = questions && { answered: { files, questions } };
    putRecording(context, id, { recording: { status: 'ready', ...used, names: entry.names, ...answered } });
    return findEntry(store.getState(), id) ? id : null;
  } catch (thrown) {
    if (thrown instanceof Cancelled) return null;
    if (thrown instanceof ForReview) {
      leaveToReview(context, entry, files);
      return null;
    }
    const unread = toUnread(thrown, files, questions);
    putRecording(context, id, { recording: unread });
    return unread.status === 'asking' && findEntry(store.getState(), id) ? id : null;
  }
}

async function openAtOnce(
  deps: Deps,
  files: readonly EcgFile[],
  questions: Questions | undefined,
): Promise<UsedPart & Pick<ReadyRecording, 'ledger'>> {
  const { ecg, ledger } = await readRecording(deps, files, questions?.stated ?? {});
  // A ledger holds no more than was used.
  return ledger ? { ecg, ledger } : openUsedPart(deps, ecg);
}

/** Takes an entry off the list because another holds the same bytes, and says so, in one notice for all of them. */
function leaveTo(context: StoreContext, entry: WorklistEntry, twin: WorklistEntry): void {
  const { store } = context;
  store.setState(({ worklist }) => ({
    worklist: { ...worklist, entries: worklist.entries.filter(({ id }) => id !== entry.id) },
  }));
  const told = store.getState().notices.find(({ content }) => content.kind === 'alreadyListed');
  const before = told?.content.kind === 'alreadyListed' ? told.content.recordings : [];
  if (told) dismissNotice(context, told.id);
  const [own, listed] = [entry, twin].map(({ names }) => toRecordingName(names)) as [string, string];
  const name = own === listed ? own : `${own} (as ${listed})`;
  notify(context, { kind: 'alreadyListed', recordings: [...before.filter((other) => other !== name), name] });
}
