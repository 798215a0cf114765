import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import { createEntry, findBrokenLink } from './log';
import type { LogEntry, ReviewEvent } from './logEntry';
import { rebaseLog } from './rebaseLog';

const FIRST = '0'.repeat(64);
const NOW = '2026-03-01T10:00:00.000Z';
const answered = (item: string, answer: Answer): ReviewEvent => ({ kind: 'answered', item, answer });
const scored = (item: string, value: 1 | 2 | 3 | 4 | 5): ReviewEvent => answered(item, { question: 'clarity', value });
const base = [scored('a', 1), scored('b', 2)];

function toLog(events: readonly ReviewEvent[], time = '2026-03-01T09:00:00.000Z'): LogEntry[] {
  const log: LogEntry[] = [];
  for (const event of events) log.push(createEntry(log.at(-1)?.hash ?? FIRST, { seq: log.length, time, elapsedMs: 7, event }));
  return log;
}

/** What becomes of `here`, made on top of the two answers of `base`, where `elsewhere` was added in the meantime. */
function rebase(here: readonly ReviewEvent[], elsewhere: readonly ReviewEvent[]) {
  const kept = toLog([...base, ...elsewhere]);
  const rebased = rebaseLog(kept, FIRST, toLog([...base, ...here]), base.length, NOW);
  expect(findBrokenLink(FIRST, rebased.entries)).toBeUndefined();
  expect(rebased.entries.slice(0, kept.length)).toEqual(kept);
  return { added: rebased.entries.slice(kept.length), overtaken: rebased.overtaken.map(({ event }) => event) };
}

describe('what was answered here while another tab went on', () => {
  it('comes on top, with the time of now and the attention it took', () => {
    const { added, overtaken } = rebase([scored('c', 4), scored('d', 5)], [scored('e', 3)]);
    expect(added.map(({ event, time, elapsedMs }) => ({ event, time, elapsedMs }))).toEqual([
      { event: scored('c', 4), time: NOW, elapsedMs: 7 },
      { event: scored('d', 5), time: NOW, elapsedMs: 7 },
    ]);
    expect(overtaken).toEqual([]);
  });

  it('stays as it is where nothing was added elsewhere', () => {
    expect(rebase([scored('a', 4)], []).added.map(({ event }) => event)).toEqual([scored('a', 4)]);
  });

  it('gives way where the same question of the same item was answered there, and there alone', () => {
    const marked = answered('c', { question: 'mark', value: 'bad' });
    const { added, overtaken } = rebase([scored('c', 4), marked, scored('d', 1)], [scored('c', 2)]);
    expect(added.map(({ event }) => event)).toEqual([marked, scored('d', 1)]);
    expect(overtaken).toEqual([scored('c', 4)]);
  });

  it('gives way to an answer before it, not to one that both began with', () => {
    expect(rebase([scored('a', 5)], [scored('b', 5)]).overtaken).toEqual([]);
  });

  it('is not in a log that was locked there', () => {
    const { added, overtaken } = rebase([scored('c', 4), { kind: 'skipped', item: 'd' }], [{ kind: 'locked' }]);
    expect(added).toEqual([]);
    expect(overtaken).toEqual([scored('c', 4)]);
  });

  it('skips no item that was touched there', () => {
    expect(rebase([{ kind: 'skipped', item: 'c' }], [scored('c', 4)])).toEqual({ added: [], overtaken: [] });
    expect(rebase([{ kind: 'skipped', item: 'c' }], [scored('d', 4)]).added).toHaveLength(1);
  });

  it('takes back the same answer under its new number', () => {
    const events = rebase([scored('c', 4), { kind: 'undone', entry: 2 }], [scored('d', 1), scored('e', 1)]).added.map(({ event }) => event);
    expect(events).toEqual([scored('c', 4), { kind: 'undone', entry: 4 }]);
  });

  it('takes back nothing that gave way, and nothing twice', () => {
    const undone: ReviewEvent = { kind: 'undone', entry: 2 };
    expect(rebase([scored('c', 4), undone], [scored('c', 1)]).added).toEqual([]);
    const undoneOfBoth: ReviewEvent = { kind: 'undone', entry: 1 };
    expect(rebase([undoneOfBoth], [undoneOfBoth]).added).toEqual([]);
    expect(rebase([undoneOfBoth], [scored('c', 1)]).added.map(({ event }) => event)).toEqual([undoneOfBoth]);
  });

  it('reads no case twice in one stage', () => {
    const read = (stage: 'first' | 'final'): ReviewEvent => ({ kind: 'read', item: 'case:1', stage, statements: ['SR'], confidence: 3 });
    const { added, overtaken } = rebase([read('first'), read('final')], [read('first')]);
    expect(added.map(({ event }) => event)).toEqual([read('final')]);
    expect(overtaken).toEqual([read('first')]);
  });

  it('locks and begins the training anew once', () => {
    expect(rebase([{ kind: 'trainingRestarted' }], [{ kind: 'trainingRestarted' }])).toEqual({ added: [], overtaken: [] });
    expect(rebase([{ kind: 'locked' }], [scored('c', 1)]).added.map(({ event }) => event)).toEqual([{ kind: 'locked' }]);
  });
});
