import { toSentence } from '../ecg/problem';
import { explainStatement } from '../explanation/explainStatement';
import type { PrototypeContribution, StatementExplanation } from '../explanation/explanation';
import { type ReceptiveField, receptiveField } from '../explanation/receptiveField';
import { type TimeLedger, timeLedger } from '../explanation/timeLedger';
import type { Manifest, StatementManifest } from '../model/manifest';
import type { Prediction } from '../model/prediction';
import type { LoadedPack } from '../model/protocol';
import type { ReadingProgress } from '../signal/longRecording/longRecordingProtocol';
import type { DisplayState, Layout, PageForm } from './displayState';
import { memoiseLast } from './memoiseLast';
import { type ModelView, toDifferenceView, toSeenView } from './modelView';
import type { ReadyRecording } from './recordingState';
import { shownExplanation } from './shownExplanation';
import type { AppState } from './state';
import type { WorklistEntry } from './worklistState';

/** One statement of the model with what the network said of it. */
export interface StatementRow extends StatementManifest {
  /** 0 … 1. */
  readonly probability: number;
  /** Whether the probability reaches the threshold. */
  readonly predicted: boolean;
}

/** The explanation of the chosen statement, or why there is none. */
export type ExplanationState =
  | { readonly status: 'none' }
  | { readonly status: 'ready'; readonly explanation: StatementExplanation; readonly ledger: TimeLedger }
  | { readonly status: 'failed'; readonly sentence: string };

const NOT_EXPLAINED: ExplanationState = { status: 'none' };
const NO_ROWS: readonly StatementRow[] = [];

/** The recording on the page: while a new one is read or asked about, the one before. */
export function findShownRecording({ recording }: AppState): ReadyRecording | null {
  if (recording.status === 'ready') return recording;
  return recording.status === 'reading' || recording.status === 'asking' ? recording.before : null;
}

/** A long recording on its way to the page, and how far it is. */
export interface OpeningLong extends ReadingProgress {
  readonly id: number;
  readonly names: readonly string[];
}

/** The long recording that is being read to be opened; null where none is, or nothing is known of it yet. */
export function findOpeningLong({ recording, worklist }: AppState): OpeningLong | null {
  const entry = recording.status === 'reading' ? worklist.entries.find(({ id }) => id === recording.id) : undefined;
  return entry?.recording.status === 'reading' && entry.recording.progress ? toOpeningLong(entry, entry.recording.progress) : null;
}

const toOpeningLong = memoiseLast(
  ({ id, names }: WorklistEntry, progress: ReadingProgress): OpeningLong => ({ id, names, ...progress }),
);

/** What is told about the model that serves. */
export function findModelCard({ pack }: AppState): Manifest['modelCard'] | null {
  return pack.status === 'ready' ? pack.pack.manifest.modelCard : null;
}

/** All statements of the model for the open recording, predicted ones first, each part by falling probability. */
export function statementRows({ pack, inference }: AppState): readonly StatementRow[] {
  if (pack.status !== 'ready' || inference.status !== 'ready') return NO_ROWS;
  return toRows(pack.pack.manifest, inference.prediction);
}

/** {@link statementRows} for any prediction of a model. */
export function toStatementRows(manifest: Manifest, prediction: Prediction): readonly StatementRow[] {
  return manifest.statements
    .map((statement, index) => {
      const probability = prediction.probabilities[index]!;
      return { ...statement, probability, predicted: probability >= statement.threshold };
    })
    .sort((a, b) => Number(b.predicted) - Number(a.predicted) || b.probability - a.probability);
}

/** The absolute explanation of the chosen statement as the network really predicted it, computed once for each choice. */
export function statementExplanation({ pack, inference, selection }: AppState): ExplanationState {
  if (pack.status !== 'ready' || inference.status !== 'ready' || selection.status === 'none') return NOT_EXPLAINED;
  return explain(pack.pack, inference.prediction, selection.code);
}

/** The chosen prototype with what it contributes to the chosen statement as shown. */
export function findSelectedContribution(state: AppState): PrototypeContribution | null {
  const explained = shownExplanation(state);
  const name = state.selection.status === 'statement' ? state.selection.prototype : null;
  if (explained.status !== 'ready' || !name) return null;
  const { contributions } = explained.explanation;
  return contributions.find(({ branch, index }) => branch === name.branch && index === name.index) ?? null;
}

/** What of the record the network could see where the chosen prototype matched best; null where it matched nowhere. */
export function findReceptiveField(state: AppState): ReceptiveField | null {
  const contribution = findSelectedContribution(state);
  return state.pack.status === 'ready' && contribution?.match ? fieldOf(state.pack.pack, contribution) : null;
}

/** The layout to draw: the reader's own choice, or the one that shows the chosen prototype's evidence. */
export function shownLayout(state: AppState): Layout {
  const hasMatch = Boolean(findSelectedContribution(state)?.match);
  const { layout } = state.display;
  // Two ECGs are compared as a whole first.
  return layout === 'automatic' && state.comparison !== null ? 'page' : toLayout(layout, hasMatch);
}

/** The layout that a choice comes to on an ECG with or without a segment to lay it out around. */
export function toLayout(chosen: DisplayState['layout'], hasMatch: boolean): Layout {
  if (chosen === 'automatic') return hasMatch ? 'matched' : 'page';
  return chosen === 'matched' && !hasMatch ? 'page' : chosen;
}

/** The shown layout with the form of its page. */
export function shownForm(state: AppState): PageForm | Exclude<Layout, 'page'> {
  const layout = shownLayout(state);
  return layout === 'page' ? state.display.pageForm : layout;
}

/** What is drawn in place of the recording; null: the recording itself, also while the network has had no input of it. */
export function findModelView(state: AppState): ModelView | null {
  const { pack, inference, display } = state;
  const recording = findShownRecording(state);
  if (pack.status !== 'ready' || inference.status !== 'ready' || !recording || display.signal === 'recorded') return null;
  const { ecg } = recording;
  const seen = seenView(ecg, inference.input, pack.pack.manifest.input);
  return display.signal === 'seen' ? seen : differenceView(ecg, seen);
}

const fieldOf = memoiseLast(({ manifest }: LoadedPack, { branch, match }: PrototypeContribution): ReceptiveField | null => {
  const trunk = manifest.branches.find(({ name }) => name === branch);
  return trunk && match ? receptiveField(trunk, manifest.input, match.window) : null;
});

const seenView = memoiseLast(toSeenView);
const differenceView = memoiseLast(toDifferenceView);

const toRows = memoiseLast(toStatementRows);

const explain = memoiseLast((pack: LoadedPack, prediction: Prediction, code: string): ExplanationState => {
  const index = pack.manifest.statements.findIndex((statement) => statement.code === code);
  if (index < 0) return NOT_EXPLAINED;
  try {
    return {
      status: 'ready',
      explanation: explainStatement(pack, prediction, index),
      ledger: timeLedger(pack, prediction, index),
    };
  } catch (thrown) {
    return { status: 'failed', sentence: toSentence(thrown) };
  }
});
