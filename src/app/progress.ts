import { findOpeningLong } from '../store/selectors';
import type { AppState } from '../store/state';
import { text } from './text';

/** What is going on, in a sentence, and how far it is, 0 … 1, where that is known. */
export interface Progress {
  readonly busy: boolean;
  readonly sentence: string;
  readonly share: number | null;
}

/**
 * What the page is doing: reading comes first, for the reader waits for it; then the model; then the prediction.
 *
 * @param isNamed whether files are told by their names, which a study keeps from its reader.
 */
export function toProgress(state: AppState, isNamed = true): Progress {
  const { recording, pack, packList, inference } = state;
  const busy = (sentence: string, share: number | null = null): Progress => ({ busy: true, sentence, share });
  if (recording.status === 'reading') return busy(text.progress.reading(isNamed ? recording.names : []), findOpeningLong(state)?.share ?? null);
  if (recording.status === 'asking') return { busy: false, sentence: text.progress.asking, share: null };
  if (pack.status === 'loading') {
    const { progress, name } = pack;
    const share = progress?.step === 'weights' && progress.totalBytes > 0 ? progress.loadedBytes / progress.totalBytes : null;
    return busy(text.progress.loading(progress, name), share);
  }
  if (packList.status === 'reading') return busy(text.progress.readingIndex);
  if (inference.status === 'running') return busy(text.progress.computing);
  const done = (sentence: string): Progress => ({ busy: false, sentence, share: null });
  if (pack.status !== 'ready') return done('');
  if (inference.status !== 'ready') return done(text.progress.modelReady(pack.name));
  return done(text.progress.computed(inference.milliseconds, pack.pack.backend.backend));
}
