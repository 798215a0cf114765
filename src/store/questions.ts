import { toSentence } from '../ecg/problem';
import { type MissingFact, NeedsFacts } from '../ecg/statedFacts';
import type { DroppedFile } from './droppedFile';
import type { Questions } from './recordingState';
import type { AppState } from './state';
import { findEntry } from './worklist';
import type { EntryRecording, WorklistEntry } from './worklistState';

/** An entry of which the reader is asked something, or was. */
export interface AskedEntry {
  readonly id: number;
  readonly names: readonly string[];
  readonly files: readonly DroppedFile[];
  readonly questions: Questions;
}

/** Units that differ make the spans of ECGs differ by more than patients do: the next scales in use are 1,000 apart, few 5. */
const SAME_UNIT_RATIO = 3;

/** What becomes of files that could not be read: they ask for what is missing, or for other facts than those stated, or are refused. */
export function toUnread(thrown: unknown, files: readonly DroppedFile[], asked: Questions | undefined): Extract<EntryRecording, { status: 'asking' | 'refused' }> {
  if (thrown instanceof NeedsFacts) {
    const { message, missing, preview = asked?.preview } = thrown;
    const known = asked?.missing.filter(({ fact }) => !missing.some((other) => other.fact === fact)) ?? [];
    const questions = { sentence: message, missing: [...known, ...missing], stated: asked?.stated ?? {}, refusal: null };
    return { status: 'asking', files, questions: { ...questions, ...(preview && { preview }) } };
  }
  const sentence = toSentence(thrown);
  return asked ? { status: 'asking', files, questions: { ...asked, refusal: sentence } } : { status: 'refused', sentence };
}

/** An entry with its questions, answered or not; undefined where its files say all, or were refused. */
export function findAsked({ id, names, recording }: WorklistEntry): AskedEntry | undefined {
  if (recording.status === 'refused') return undefined;
  const { files, questions } = recording.status === 'ready' ? (recording.answered ?? {}) : recording;
  return files && questions && { id, names, files, questions };
}

/** The entry whose questions are on the page, also while it is read with what was just stated. */
export function findAskedOnPage(state: AppState): WorklistEntry | null {
  const { recording } = state;
  if (recording.status !== 'asking' && recording.status !== 'reading') return null;
  const entry = findEntry(state, recording.id);
  return entry && findAsked(entry) ? entry : null;
}

/** The other entries that ask the very same: the same facts, as many leads, and numbers that can be of the same unit. */
export function findAlike({ worklist }: AppState, id: number): readonly number[] {
  const own = worklist.entries.find((entry) => entry.id === id);
  const asked = own && findAsked(own);
  if (!asked) return [];
  return worklist.entries.flatMap((entry) => {
    if (entry.id === id || entry.recording.status !== 'asking') return [];
    return isAlike(asked.questions.missing, entry.recording.questions.missing) ? [entry.id] : [];
  });
}

function isAlike(missing: readonly MissingFact[], others: readonly MissingFact[]): boolean {
  return (
    missing.length === others.length &&
    missing.every((one) => {
      const other = others.find(({ fact }) => fact === one.fact);
      if (one.fact === 'microvoltsPerUnit' && other?.fact === 'microvoltsPerUnit') {
        const ratio = one.typicalSpan / other.typicalSpan;
        const isSameGuess = one.inferred?.microvoltsPerUnit === other.inferred?.microvoltsPerUnit;
        return isSameGuess && ratio < SAME_UNIT_RATIO && ratio > 1 / SAME_UNIT_RATIO;
      }
      if (one.fact === 'leadOrder' && other?.fact === 'leadOrder') return one.leadCount === other.leadCount;
      return other !== undefined;
    })
  );
}
