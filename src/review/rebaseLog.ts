import { toItemId } from './foldLog';
import { createEntry } from './log';
import type { LogEntry, ReviewEvent } from './logEntry';

/** A log that took in what was added elsewhere. */
export interface RebasedLog {
  readonly entries: readonly LogEntry[];
  /** Those of this page that are not in it, for the same was answered elsewhere in the meantime. */
  readonly overtaken: readonly LogEntry[];
}

/**
 * Puts entries that were made here on top of a log that was meanwhile continued elsewhere. An answer to a question that was
 * also answered elsewhere is left out, for what is in the log already cannot be unseen there; so is everything after a
 * lock. What is added bears the time of now, for an earlier one than that of the entry before would look like a clock
 * that was set back.
 *
 * @param kept the log as it is kept, of which the first `savedCount` entries are those of `entries`.
 * @param firstHash what the log begins with.
 * @param entries the log as it is here.
 * @param time now, in UTC.
 */
export function rebaseLog(
  kept: readonly LogEntry[],
  firstHash: string,
  entries: readonly LogEntry[],
  savedCount: number,
  time: string,
): RebasedLog {
  const elsewhere = kept.slice(savedCount);
  const rebased = [...kept];
  const overtaken: LogEntry[] = [];
  /** Where the entries from `savedCount` on went, by their number here. */
  const moved = new Map<number, number>();
  for (const entry of entries.slice(savedCount)) {
    const event = withNumbersMoved(entry.event, savedCount, moved);
    const isLocked = rebased.at(-1)?.event.kind === 'locked';
    if (!event || isLocked || elsewhere.some((other) => saysTheSame(other.event, event))) {
      overtaken.push(entry);
      continue;
    }
    moved.set(entry.seq, rebased.length);
    const content = { seq: rebased.length, time, elapsedMs: entry.elapsedMs, event };
    rebased.push(createEntry(rebased.at(-1)?.hash ?? firstHash, content));
  }
  return { entries: rebased, overtaken: overtaken.filter(({ event }) => isAnswer(event)) };
}

/** The event with the number of what it takes back as it is now; undefined where that is not there any more. */
function withNumbersMoved(event: ReviewEvent, savedCount: number, moved: ReadonlyMap<number, number>): ReviewEvent | undefined {
  if (event.kind !== 'undone' || event.entry < savedCount) return event;
  const entry = moved.get(event.entry);
  return entry === undefined ? undefined : { ...event, entry };
}

/** Whether what was done elsewhere leaves nothing to be done by this event. */
function saysTheSame(elsewhere: ReviewEvent, event: ReviewEvent): boolean {
  switch (event.kind) {
    case 'answered':
      return elsewhere.kind === 'answered' && elsewhere.item === event.item && elsewhere.answer.question === event.answer.question;
    case 'skipped':
      return toItemId(elsewhere) === event.item;
    case 'undone':
      return elsewhere.kind === 'undone' && elsewhere.entry === event.entry;
    case 'read':
      return elsewhere.kind === 'read' && elsewhere.item === event.item && elsewhere.stage === event.stage;
    case 'trainingRestarted':
    case 'locked':
      return elsewhere.kind === event.kind;
  }
}

/** Whether a reader would miss it: an answer or a reading, and not a step on the way. */
function isAnswer({ kind }: ReviewEvent): boolean {
  return kind === 'answered' || kind === 'read';
}
