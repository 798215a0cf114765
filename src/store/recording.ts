import type { EcgFile } from '../ecg/ecgFile';
import { Problem, toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import { runInference } from './inference';
import { measureRecording } from './measurements';
import { notify } from './notices';
import { findShownRecording } from './selectors';
import { INITIAL_SHEET } from './sheet';
import type { ReadyRecording } from './state';

/** A file as the browser hands it over. */
export type DroppedFile = Pick<File, 'name' | 'arrayBuffer'>;

/**
 * Reads the files as one recording and, when a pack is ready, runs the network on it. A recording that was open stays
 * open until the new one is read, and for good if the new one is refused.
 */
export async function openFiles(context: StoreContext, files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  const { store, deps, begin } = context;
  const isLatest = begin.recording();
  const names = files.map(({ name }) => name);
  const before = findShownRecording(store.getState());
  store.setState({ recording: { status: 'reading', names, before } });
  try {
    const ecg = await deps.readEcg(await Promise.all(files.map(toEcgFile)));
    if (!isLatest()) return;
    const recording: ReadyRecording = { status: 'ready', ecg, names };
    store.setState(({ display }) => ({
      recording,
      measurements: { status: 'empty' },
      inference: { status: 'empty' },
      selection: { status: 'none' },
      sheet: INITIAL_SHEET,
      // Else the trace would change under the reader's eyes when the prediction comes.
      display: { ...display, signal: 'recorded' },
    }));
    await Promise.all([measureRecording(context, recording), runInference(context)]);
  } catch (thrown) {
    if (!isLatest()) return;
    const sentence = toSentence(thrown);
    store.setState({ recording: before ?? { status: 'failed', names, sentence } });
    if (before) notify(context, { kind: 'refused', names, sentence });
  }
}

/** Closes the recording; a reading under way is forgotten. */
export function closeRecording({ store, begin }: StoreContext): void {
  begin.recording();
  begin.measurements();
  begin.inference();
  store.setState({
    recording: { status: 'empty' },
    measurements: { status: 'empty' },
    inference: { status: 'empty' },
    selection: { status: 'none' },
    sheet: INITIAL_SHEET,
  });
}

async function toEcgFile(file: DroppedFile): Promise<EcgFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(`“${file.name}” could not be opened: it is a folder, or it was moved since it was chosen.`);
  }
}
