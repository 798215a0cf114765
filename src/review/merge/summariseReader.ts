import { RATED_QUESTIONS, type RatedQuestion } from '../answer';
import { compareRepeats, type IntraRater } from '../agreement/compareRepeats';
import { quantile } from '../agreement/quantile';
import type { ScorePair } from '../agreement/quadraticKappa';
import type { FoldedLog } from '../foldLog';
import type { ItemKind, ReviewItem } from '../order';
import { findProgress, type Gate, isComplete, stateOf } from '../progress';
import type { Reader } from '../reader';
import type { PrototypeStudy } from '../study';
import type { ReaderWork } from './studyTable';
import { toScore } from './toScore';

/** How far a reader came, and how carefully. */
export interface ReaderSummary {
  readonly reader: Reader;
  readonly isLocked: boolean;
  /** Complete and asked items of each kind. */
  readonly counts: Readonly<Record<ItemKind, { readonly done: number; readonly asked: number }>>;
  readonly skipped: number;
  readonly gate: Gate;
  /** How often the training was begun anew. */
  readonly restarts: number;
  /** How many planted items, shown with a class that is not theirs, the reader found representative of it: 4 or 5. */
  readonly plantedAgreed: number;
  /** The median time for a rated item, in milliseconds; null without any. */
  readonly medianMs: number | null;
  /** How often the computer's clock was set back. */
  readonly clockFaults: number;
  /** How far the reader says the same again, by question; null where the study shows nothing twice. */
  readonly repeats: Readonly<Record<RatedQuestion, IntraRater>> | null;
}

/** From this score on, a reader agrees. */
export const LEAST_AGREEING = 4;

/** Sums up one reader's work. */
export function summariseReader(study: PrototypeStudy, { reader, folded, order }: ReaderWork): ReaderSummary {
  const isDone = ({ id }: ReviewItem): boolean => isComplete(study, stateOf(folded, id));
  const count = (kind: ItemKind) => {
    const ofKind = order.filter((item) => item.kind === kind);
    return { done: ofKind.filter(isDone).length, asked: ofKind.length };
  };
  const { skipped, gate } = findProgress(study, order, folded);
  const planted = order.filter(({ kind }) => kind === 'planted').map(({ id }) => stateOf(folded, id).answers);
  const times = order.filter((item) => item.kind === 'rating' && isDone(item)).map(({ id }) => stateOf(folded, id).elapsedMs);
  return {
    reader,
    isLocked: folded.isLocked,
    counts: { training: count('training'), rating: count('rating'), planted: count('planted'), repeat: count('repeat') },
    skipped,
    gate,
    restarts: folded.restarts,
    plantedAgreed: planted.filter(({ representativeness }) => (toScore(representativeness) ?? 0) >= LEAST_AGREEING).length,
    medianMs: times.length === 0 ? null : quantile(times.sort((a, b) => a - b), 0.5),
    clockFaults: folded.clockFaults,
    repeats: study.repeatShare === 0 ? null : compareAll(order, folded),
  };
}

/** First and repeated score of each prototype that was shown twice. */
export function pairRepeats(order: readonly ReviewItem[], folded: FoldedLog, question: RatedQuestion): readonly ScorePair[] {
  return order
    .filter(({ kind }) => kind === 'repeat')
    .map(({ id, prototype }) => [
      toScore(stateOf(folded, `rating:${prototype}`).answers[question]),
      toScore(stateOf(folded, id).answers[question]),
    ]);
}

function compareAll(order: readonly ReviewItem[], folded: FoldedLog): Record<RatedQuestion, IntraRater> {
  const compare = (question: RatedQuestion) => [question, compareRepeats(pairRepeats(order, folded, question))] as const;
  return Object.fromEntries(RATED_QUESTIONS.map(compare)) as Record<RatedQuestion, IntraRater>;
}
