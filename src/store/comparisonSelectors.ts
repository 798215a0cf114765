import type { Ecg } from '../ecg/ecg';
import { toSentence } from '../ecg/problem';
import { toRecordingName } from '../ecg/recordingName';
import type { AverageEcg } from '../explanation/averageEcg';
import { type ComparedExplanations, compareExplanations } from '../explanation/compareExplanations';
import { type ComparedStatement, compareStatements } from '../explanation/compareStatements';
import { explainStatement } from '../explanation/explainStatement';
import { toRelativeExplanation } from '../explanation/relativeExplanation';
import type { Prediction } from '../model/prediction';
import type { LoadedPack } from '../model/protocol';
import { memoiseLast } from './memoiseLast';
import { type ModelView, toDifferenceView, toSeenView } from './modelView';
import type { InferenceState, MeasurementsState } from './resultsState';
import { findModelView } from './selectors';
import { findBase } from './shownExplanation';
import type { AppState } from './state';
import { findEntry } from './worklist';
import type { WorklistEntry } from './worklistState';

/** The recording that lies beside the open one. */
export interface ComparedRecording {
  readonly id: number;
  readonly name: string;
  /** As drawn. */
  readonly ecg: Ecg;
  readonly inference: InferenceState;
  readonly measurements: MeasurementsState;
}

/** The chosen statement in both ECGs, or why it cannot be compared. */
export type ComparisonState =
  | { readonly status: 'none' }
  | { readonly status: 'ready'; readonly compared: ComparedExplanations }
  | { readonly status: 'failed'; readonly sentence: string };

const NOTHING: ComparisonState = { status: 'none' };
const NO_STATEMENTS: readonly ComparedStatement[] = [];

/** The recording that lies beside the open one; null where none does. */
export function findComparedRecording({ worklist, comparison }: AppState): ComparedRecording | null {
  if (comparison === null || comparison === worklist.openId) return null;
  const entry = findEntry({ worklist }, comparison);
  return entry ? toCompared(entry) : null;
}

/** What the network says of every statement in both ECGs, what turned first; empty until it has read both. */
export function comparedStatements(state: AppState): readonly ComparedStatement[] {
  const both = findPredictions(state);
  return both ? toStatements(both.pack.manifest, both.one, both.other) : NO_STATEMENTS;
}

/** The chosen statement in both ECGs, counted as the reader chose and as the network really read them. */
export function comparedExplanations(state: AppState): ComparisonState {
  const both = findPredictions(state);
  if (!both || state.selection.status === 'none') return NOTHING;
  return compare(both.pack, both.one, both.other, state.selection.code, findBase(state));
}

/** What is drawn in place of the two recordings: the same of both, or of neither while the network has not read both. */
export function findComparedView(state: AppState): ModelView | null {
  const { pack, display } = state;
  const compared = findComparedRecording(state);
  if (pack.status !== 'ready' || compared?.inference.status !== 'ready' || findModelView(state) === null) return null;
  const { ecg } = compared;
  const seen = seenView(ecg, compared.inference.input, pack.pack.manifest.input);
  return display.signal === 'seen' ? seen : differenceView(ecg, seen);
}

function findPredictions(state: AppState): { pack: LoadedPack; one: Prediction; other: Prediction } | null {
  const { pack, inference } = state;
  const other = findComparedRecording(state)?.inference;
  if (pack.status !== 'ready' || inference.status !== 'ready' || other?.status !== 'ready') return null;
  return { pack: pack.pack, one: inference.prediction, other: other.prediction };
}

const toCompared = memoiseLast(({ id, names, recording, results }: WorklistEntry): ComparedRecording | null =>
  recording.status === 'ready'
    ? { id, name: toRecordingName(names), ecg: recording.ecg, inference: results.inference, measurements: results.measurements }
    : null,
);

const seenView = memoiseLast(toSeenView);
const differenceView = memoiseLast(toDifferenceView);
const toStatements = memoiseLast(compareStatements);

const compare = memoiseLast(
  (pack: LoadedPack, one: Prediction, other: Prediction, code: string, average: AverageEcg | null): ComparisonState => {
    const index = pack.manifest.statements.findIndex((statement) => statement.code === code);
    if (index < 0) return NOTHING;
    try {
      const [here, there] = [one, other].map((prediction) => {
        const absolute = explainStatement(pack, prediction, index);
        return average ? toRelativeExplanation(absolute, average) : absolute;
      });
      return { status: 'ready', compared: compareExplanations(here!, there!) };
    } catch (thrown) {
      return { status: 'failed', sentence: toSentence(thrown) };
    }
  },
);
