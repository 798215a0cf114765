import { foldLog } from '../../../review/foldLog';
import type { LogEntry } from '../../../review/logEntry';
import { createOrder, toCaseId } from '../../../review/order';
import { findProgress } from '../../../review/progress';
import type { Session } from '../../../store/review/database';

/** Where a session stands, as review mode's start tells it. */
export interface Standing {
  readonly done: number;
  readonly total: number;
  /** Answers and readings since the newest export. */
  readonly unexported: number;
  /** How often the computer's clock was set back meanwhile. */
  readonly clockFaults: number;
}

/** Where a session stands by its log. An ECG of a reading study counts once it was read for good. */
export function findStanding({ study, reader, exportedCount }: Session, entries: readonly LogEntry[]): Standing {
  const folded = foldLog(entries);
  const unexported = entries.slice(exportedCount).filter(({ event }) => event.kind === 'answered' || event.kind === 'read').length;
  const { clockFaults } = folded;
  if (study.kind === 'reading') {
    const isRead = (place: number): boolean => folded.items.get(toCaseId(place))?.readings.final !== undefined;
    return { done: study.cases.filter((_, place) => isRead(place)).length, total: study.cases.length, unexported, clockFaults };
  }
  const { done, total } = findProgress(study, createOrder(study, reader.id), folded);
  return { done, total, unexported, clockFaults };
}
