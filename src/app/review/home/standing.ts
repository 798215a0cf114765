import { createOrder, toCaseId } from '../../../review/order';
import { findProgress } from '../../../review/progress';
import type { SessionLog } from '../../../store/review/state';

/** Where a session stands, as review mode's start tells it. */
export interface Standing {
  readonly done: number;
  readonly total: number;
  /** Answers and readings since the newest export. */
  readonly unexported: number;
}

/** Where a session stands by its log. An ECG of a reading study counts once it was read for good. */
export function findStanding({ study, reader, entries, folded }: SessionLog, exportedCount: number): Standing {
  const unexported = entries.slice(exportedCount).filter(({ event }) => event.kind === 'answered' || event.kind === 'read').length;
  if (study.kind === 'reading') {
    const isRead = (place: number): boolean => folded.items.get(toCaseId(place))?.readings.final !== undefined;
    return { done: study.cases.filter((_, place) => isRead(place)).length, total: study.cases.length, unexported };
  }
  const { done, total } = findProgress(study, createOrder(study, reader.id), folded);
  return { done, total, unexported };
}
