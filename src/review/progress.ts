import { type FoldedLog, type ItemState, UNTOUCHED } from './foldLog';
import type { ReviewItem } from './order';
import type { PrototypeStudy } from './study';

/** Whether rating may begin: there is no gate; training is under way; its answers passed, or did not. */
export type Gate =
  | { readonly status: 'none' }
  | { readonly status: 'training' }
  | { readonly status: 'passed' | 'failed'; readonly right: number; readonly asked: number };

/** How far a reader is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly skipped: number;
  readonly gate: Gate;
  /** About how long the rest takes, in milliseconds: the median item's time for each; null before enough were rated. */
  readonly leftMs: number | null;
}

/** The time left is told from so many rated items on, and from the newest of them. */
const FEWEST_TIMED = 5;
const MOST_TIMED = 50;

/** Where one item stands; untouched where the log does not speak of it. */
export function stateOf(folded: FoldedLog, id: string): ItemState {
  return folded.items.get(id) ?? UNTOUCHED;
}

/** Whether everything that the study asks of an item was answered. */
export function isComplete(study: PrototypeStudy, { answers }: ItemState): boolean {
  return study.questions.every((question) => answers[question] !== null) && !hidesClass(study, answers.class);
}

/** Whether the class of an item must not be shown: the study hides it and the reader has not named one. */
export function hidesClass({ isClassHidden }: PrototypeStudy, namedClass: string | null): boolean {
  return isClassHidden && namedClass === null;
}

/** How far a reader is in an order. */
export function findProgress(study: PrototypeStudy, order: readonly ReviewItem[], folded: FoldedLog): Progress {
  const states = order.map(({ id }) => stateOf(folded, id));
  const complete = states.filter((state) => isComplete(study, state));
  // What was answered beside an explanation took no time of the review.
  const times = complete.map(({ elapsedMs }) => elapsedMs).filter((elapsedMs) => elapsedMs > 0).slice(-MOST_TIMED);
  const left = order.length - complete.length;
  return {
    done: complete.length,
    total: order.length,
    skipped: states.filter((state) => state.isSkipped && !isComplete(study, state)).length,
    gate: findGate(study, order, folded),
    leftMs: times.length < FEWEST_TIMED ? null : left * median(times),
  };
}

/**
 * The item that comes after one in the order: the next that is not complete; those that were put aside come when no others
 * are left. While training is under way or was failed, only training items. Undefined where all is done.
 *
 * @param among the items to choose from, in the order in which they are listed; all of them unless given.
 */
export function findNext(
  study: PrototypeStudy,
  order: readonly ReviewItem[],
  folded: FoldedLog,
  after: string | null,
  among = order,
): ReviewItem | undefined {
  const { status } = findGate(study, order, folded);
  const isClosed = status === 'training' || status === 'failed';
  const isOpen = (item: ReviewItem): boolean =>
    (!isClosed || item.kind === 'training') && !isComplete(study, stateOf(folded, item.id));
  const place = among.findIndex(({ id }) => id === after);
  // From behind the place on, and then from the beginning.
  const open = [...among.slice(place + 1), ...among.slice(0, place + 1)].filter(isOpen);
  return open.find(({ id }) => !stateOf(folded, id).isSkipped) ?? open[0];
}

/** Whether the training's gate lets the reader rate. */
export function findGate(study: PrototypeStudy, order: readonly ReviewItem[], folded: FoldedLog): Gate {
  if (study.gate === null) return { status: 'none' };
  const training = order.filter(({ kind }) => kind === 'training');
  const states = training.map(({ id }) => stateOf(folded, id));
  if (states.some((state) => !isComplete(study, state))) return { status: 'training' };
  const right = states.filter(({ answers }, i) => isAccepted(study.training[i]!.accepted, answers)).length;
  const passes = right >= study.gate * training.length;
  return { status: passes ? 'passed' : 'failed', right, asked: training.length };
}

/** Whether every score that training accepts only some of is among those. */
export function isAccepted(accepted: PrototypeStudy['training'][number]['accepted'], answers: ItemState['answers']): boolean {
  return Object.entries(accepted).every(([question, scores]) =>
    (scores as readonly unknown[]).includes(answers[question as keyof typeof accepted]),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
