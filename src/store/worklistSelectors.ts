import type { Ecg } from '../ecg/ecg';
import { toRecordingName } from '../ecg/recordingName';
import type { MissingFact } from '../ecg/statedFacts';
import type { Manifest } from '../model/manifest';
import { memoiseLast } from './memoiseLast';
import type { PackState } from './packState';
import type { InferenceState } from './resultsState';
import { type StatementRow, toStatementRows } from './selectors';
import type { AppState } from './state';
import type { WorklistEntry, WorklistState } from './worklistState';

/** How far one recording is, as the worklist tells it. */
export type RowState =
  | { readonly status: 'reading'; readonly share: number | null }
  | { readonly status: 'waiting' | 'withoutModel' | 'computing' | 'nonePredicted' }
  /** The most probable of the predicted statements, and how many others are predicted. */
  | { readonly status: 'predicted'; readonly leading: StatementRow; readonly further: number }
  | { readonly status: 'asking'; readonly facts: readonly MissingFact['fact'][] }
  | { readonly status: 'notComputed' | 'refused'; readonly sentence: string };

/** One line of the worklist. */
export interface WorklistRow {
  readonly id: number;
  readonly name: string;
  readonly state: RowState;
}

/** Where the reader is in the worklist. */
export interface WorklistPlace {
  /** The recording that is open or, while another is being read or asked about, that one. */
  readonly id: number | null;
  /** Its number, from 1; 0 where none is open. */
  readonly position: number;
  readonly count: number;
  /** The recordings to step to; null at the ends. What was refused is stepped over. */
  readonly previousId: number | null;
  readonly nextId: number | null;
}

/** A recording that can be laid beside another. */
export interface ReadableRecording {
  readonly id: number;
  readonly name: string;
  /** As drawn. */
  readonly ecg: Ecg;
  readonly inference: InferenceState;
}

/** The lines of the worklist in its order. */
export function worklistRows(state: AppState): readonly WorklistRow[] {
  return toRows(state.worklist, state.inference, state.pack);
}

/** Where the reader is in the worklist. */
export function worklistPlace({ worklist, recording }: AppState): WorklistPlace {
  return toPlace(worklist, recording.status === 'reading' || recording.status === 'asking' ? recording.id : worklist.openId);
}

/** The recordings beside the open one that were read, in the worklist's order, with what the network said of each so far. */
export function otherRecordings({ worklist }: AppState): readonly ReadableRecording[] {
  return toOthers(worklist);
}

const toRows = memoiseLast(
  (worklist: WorklistState, openInference: InferenceState, pack: PackState): readonly WorklistRow[] =>
    worklist.entries.map((entry) => {
      const inference = entry.id === worklist.openId ? openInference : entry.results.inference;
      return { id: entry.id, name: toRecordingName(entry.names), state: toRowState(entry, inference, pack) };
    }),
);

const toPlace = memoiseLast(({ entries }: WorklistState, id: number | null): WorklistPlace => {
  const at = entries.findIndex((entry) => entry.id === id);
  const canOpen = ({ recording }: WorklistEntry): boolean => recording.status !== 'refused';
  return {
    id,
    position: at + 1,
    count: entries.length,
    previousId: (at > 0 ? entries.slice(0, at).findLast(canOpen)?.id : undefined) ?? null,
    nextId: entries.slice(at + 1).find(canOpen)?.id ?? null,
  };
});

const toOthers = memoiseLast((worklist: WorklistState): readonly ReadableRecording[] =>
  worklist.entries.flatMap(({ id, names, recording, results }) =>
    id === worklist.openId || recording.status !== 'ready'
      ? []
      : [{ id, name: toRecordingName(names), ecg: recording.ecg, inference: results.inference }],
  ),
);

function toRowState({ recording }: WorklistEntry, inference: InferenceState, pack: PackState): RowState {
  if (recording.status !== 'ready') {
    if (recording.status === 'asking') return { status: 'asking', facts: recording.questions.missing.map(({ fact }) => fact) };
    if (recording.status === 'refused') return { status: 'refused', sentence: recording.sentence };
    return recording.status === 'reading' ? { status: 'reading', share: recording.progress?.share ?? null } : { status: 'waiting' };
  }
  switch (inference.status) {
    case 'empty':
      // Its turn comes once there is a model.
      return { status: pack.status === 'ready' ? 'computing' : 'withoutModel' };
    case 'running':
      return { status: 'computing' };
    case 'failed':
      return { status: 'notComputed', sentence: inference.sentence };
    case 'ready':
      return pack.status === 'ready' ? toPredicted(pack.pack.manifest, inference) : { status: 'withoutModel' };
  }
}

function toPredicted(manifest: Manifest, { prediction }: Extract<InferenceState, { status: 'ready' }>): RowState {
  const [leading, ...further] = toStatementRows(manifest, prediction).filter(({ predicted }) => predicted);
  return leading ? { status: 'predicted', leading, further: further.length } : { status: 'nonePredicted' };
}
