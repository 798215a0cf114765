import type { Answer, Mark, Rating, RatedQuestion, Reason } from './answer';
import type { LogEntry, ReadingStage, ReviewEvent } from './logEntry';
import { isTraining } from './order';

/** What a reader thinks of one item, after all that was changed and taken back. */
export interface ItemAnswers extends Readonly<Record<RatedQuestion, Rating | null>> {
  /** The class that the reader named before it was revealed; null where not yet, or not asked. */
  readonly class: string | null;
  readonly mark: Mark | null;
  readonly reasons: readonly Reason[];
  readonly comment: string;
  /** Does this pair match; null of what is no pair. */
  readonly match: Rating | null;
}

/** How an ECG was read. */
export interface Reading {
  readonly statements: readonly string[];
  readonly confidence: number;
  /** Milliseconds from the ECG or the explanation being shown until this was handed in. */
  readonly elapsedMs: number;
  /** What the model predicted, of a final reading that was handed in beside its explanation. */
  readonly predicted?: readonly string[];
}

/** Where one item stands. */
export interface ItemState {
  readonly answers: ItemAnswers;
  readonly readings: Readonly<Partial<Record<ReadingStage, Reading>>>;
  /** Whether the reader put it aside and did not answer since. */
  readonly isSkipped: boolean;
  /** Milliseconds that the reader spent on it. */
  readonly elapsedMs: number;
}

/** Where a log stands. */
export interface FoldedLog {
  /** By item, of those that the log speaks of. */
  readonly items: ReadonlyMap<string, ItemState>;
  /** Numbers of the entries whose answers and readings stand: neither undone nor given anew. */
  readonly standing: ReadonlySet<number>;
  readonly isLocked: boolean;
  /** The entry that “undo” takes back next; null where there is none. */
  readonly undoable: LogEntry | null;
  /** The item of the newest entry that names one and was not taken back; null at the beginning. */
  readonly lastItem: string | null;
  /** How often the training was begun anew. */
  readonly restarts: number;
  /** How many entries bear an earlier time than the one before: the computer's clock was set back. */
  readonly clockFaults: number;
}

const NO_ANSWERS: ItemAnswers = {
  class: null,
  representativeness: null,
  clarity: null,
  mark: null,
  reasons: [],
  comment: '',
  match: null,
};

/** An item that nothing was said of. */
export const UNTOUCHED: ItemState = { answers: NO_ANSWERS, readings: {}, isSkipped: false, elapsedMs: 0 };

/** What a log says of each item, and of itself. What was undone counts as never said; the time it took still counts. */
export function foldLog(entries: readonly LogEntry[]): FoldedLog {
  const undone = new Set(entries.flatMap(({ event }) => (event.kind === 'undone' ? [event.entry] : [])));
  const items = new Map<string, ItemState>();
  const standing = new Map<string, number>();
  let restarts = 0;
  let clockFaults = 0;
  for (const [i, { seq, time, event, elapsedMs }] of entries.entries()) {
    if (i > 0 && time < entries[i - 1]!.time) clockFaults++;
    if (event.kind === 'trainingRestarted') {
      restarts++;
      for (const [id, { elapsedMs: spent }] of items) if (isTraining(id)) items.set(id, { ...UNTOUCHED, elapsedMs: spent });
      for (const key of standing.keys()) if (isTraining(key)) standing.delete(key);
    }
    const id = toItemId(event);
    if (id === null) continue;
    const before = items.get(id) ?? UNTOUCHED;
    const after = undone.has(seq) ? before : change(before, event, elapsedMs);
    items.set(id, { ...after, elapsedMs: before.elapsedMs + elapsedMs });
    if (after !== before && event.kind !== 'skipped') standing.set(`${id} ${toPart(event)}`, seq);
  }
  const last = entries.findLast(({ seq, event }) => !undone.has(seq) && toItemId(event) !== null);
  return {
    items,
    standing: new Set(standing.values()),
    isLocked: entries.at(-1)?.event.kind === 'locked',
    undoable: last && isUndoable(last.event) ? last : null,
    lastItem: last ? toItemId(last.event) : null,
    restarts,
    clockFaults,
  };
}

/** The item that an event is about; null where it is about none. */
export function toItemId(event: ReviewEvent): string | null {
  return event.kind === 'answered' || event.kind === 'skipped' || event.kind === 'read' ? event.item : null;
}

/** What reveals something cannot be undone, for the reader has seen it: a class that was named, and what training accepts. */
function isUndoable(event: ReviewEvent): boolean {
  if (event.kind === 'answered') return event.answer.question !== 'class' && !isTraining(event.item);
  return event.kind === 'skipped';
}

/** What of an item an event says: one question's answer, or one reading. */
function toPart(event: ReviewEvent): string {
  if (event.kind === 'answered') return event.answer.question;
  return event.kind === 'read' ? event.stage : event.kind;
}

function change(state: ItemState, event: ReviewEvent, elapsedMs: number): ItemState {
  switch (event.kind) {
    case 'answered':
      // What was named before the class was revealed stands.
      if (event.answer.question === 'class' && state.answers.class !== null) return state;
      return { ...state, isSkipped: false, answers: withAnswer(state.answers, event.answer) };
    case 'skipped':
      return { ...state, isSkipped: true };
    case 'read': {
      const { stage, statements, confidence, predicted } = event;
      // What was handed in stands, and nothing is read for the second time before the first.
      if (state.readings[stage] || (stage === 'final' && !state.readings.first)) return state;
      const reading: Reading = { statements, confidence, elapsedMs, ...(predicted && { predicted }) };
      return { ...state, isSkipped: false, readings: { ...state.readings, [stage]: reading } };
    }
    default:
      return state;
  }
}

function withAnswer(answers: ItemAnswers, { question, value }: Answer): ItemAnswers {
  return { ...answers, [question]: value };
}
