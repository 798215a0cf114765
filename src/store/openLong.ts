import type { LongRecording } from '../signal/longRecording/openLongRecording';
import type { StoreContext } from './context';
import { openWhole, type UsedPart } from './openWhole';
import { findEntry, putRecording } from './worklist';

/** The reading of a long recording was ended because nobody wants it any more. */
export class Cancelled extends Error {}

/**
 * Opens an entry's recording that may be longer than memory, and tells how far that is. Undefined where its file is in no
 * format of which parts are read.
 * @throws Problem where it cannot be read, Cancelled where its reading was ended.
 */
export async function openLong(context: StoreContext, id: number, file: File): Promise<UsedPart | undefined> {
  const { store, deps, cancellations } = context;
  const controller = new AbortController();
  const { signal } = controller;
  cancellations.set(id, controller);
  let opened: LongRecording | undefined;
  try {
    opened = await deps.openLongRecording(file, {
      onProgress: (progress) => {
        if (findEntry(store.getState(), id)?.recording.status !== 'reading') return;
        putRecording(context, id, { recording: { status: 'reading', files: [file], progress } });
      },
      signal,
    });
    const used = opened && (await openWhole(opened.source, opened.overview));
    signal.throwIfAborted();
    return used;
  } catch (thrown) {
    opened?.source.close();
    throw signal.aborted ? new Cancelled() : thrown;
  } finally {
    if (cancellations.get(id) === controller) cancellations.delete(id);
  }
}
