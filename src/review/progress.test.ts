import { describe, expect, it } from 'vitest';
import { createTestLog, createTestStudy, TEST_READER, TEST_TRAINING, toAnswered } from './fixtures/testReview';
import { foldLog } from './foldLog';
import type { Score } from './answer';
import type { LogEntry, ReviewEvent } from './logEntry';
import { createOrder } from './order';
import { findNext, findProgress, hidesClass, isComplete, stateOf } from './progress';
import type { PrototypeStudy } from './study';

const id = (index: number) => `rating:morphology/${index}`;
const T0 = 'training:morphology/90';
const T1 = 'training:morphology/91';
const rate = (item: string, score: Score = 3): ReviewEvent[] => [toAnswered(item, 'representativeness', score), toAnswered(item, 'clarity', 4)];
const skip = (item: string): ReviewEvent => ({ kind: 'skipped', item });

/** Where a reader of a study stands after these events. */
function after(study: PrototypeStudy, events: readonly ReviewEvent[]) {
  const order = createOrder(study, TEST_READER.id);
  const folded = foldLog(createTestLog(study, events));
  return {
    folded,
    progress: findProgress(study, order, folded),
    next: (from: string | null) => findNext(study, order, folded, from)?.id,
    isComplete: (item: string) => isComplete(study, stateOf(folded, item)),
  };
}

const open = createTestStudy({ count: 8, seed: null });

describe('an item is complete', () => {
  it('when all that the study asks was answered, and nothing more', () => {
    const { isComplete: isDone } = after(open, [...rate(id(0)), toAnswered(id(1), 'clarity', 4), toAnswered(id(2), 'mark', 'bad')]);
    expect([0, 1, 2, 3].map((index) => isDone(id(index)))).toEqual([true, false, false, false]);
    const one = createTestStudy({ questions: ['clarity'] });
    expect(after(one, [toAnswered(id(0), 'clarity', 'cannotJudge')]).isComplete(id(0))).toBe(true);
    expect(after(one, [toAnswered(id(0), 'clarity', 4), toAnswered(id(0), 'clarity', null)]).isComplete(id(0))).toBe(false);
  });

  it('not before its hidden class was named', () => {
    const hidden = createTestStudy({ isClassHidden: true });
    expect(after(hidden, rate(id(0))).isComplete(id(0))).toBe(false);
    expect(after(hidden, [toAnswered(id(0), 'class', 'cannotJudge'), ...rate(id(0))]).isComplete(id(0))).toBe(true);
    expect([hidesClass(hidden, null), hidesClass(hidden, 'SR'), hidesClass(open, null)]).toEqual([true, false, false]);
  });
});

describe('progress', () => {
  it('counts what is complete and what is put aside', () => {
    const { progress } = after(open, [...rate(id(0)), skip(id(1)), skip(id(2)), ...rate(id(2)), toAnswered(id(3), 'clarity', 1)]);
    expect(progress).toEqual({ done: 2, total: 8, skipped: 1, gate: { status: 'none' }, leftMs: null });
  });

  it('tells the time left from five rated items on, by the median item', () => {
    const events = [0, 1, 2, 3].flatMap((index) => rate(id(index)));
    expect(after(open, events).progress.leftMs).toBeNull();
    // The slow fifth one, 40 × 500 ms, moves the mean and not the median of 1000 ms; three are left.
    const slow = Array.from({ length: 38 }, () => toAnswered(id(4), 'comment', 'hm'));
    expect(after(open, [...events, ...slow, ...rate(id(4))]).progress.leftMs).toBe(3000);
    const even = [...events, ...slow, ...rate(id(4)), ...slow.map(() => toAnswered(id(5), 'comment', 'hm')), ...rate(id(5))];
    expect(after(open, even).progress.leftMs).toBe(2000);
    expect(after(open, [0, 1, 2, 3, 4, 5, 6, 7].flatMap((index) => rate(id(index)))).progress).toMatchObject({ done: 8, leftMs: 0 });
  });

  it('leaves answers that took no time, given beside an explanation, out of the time left', () => {
    const log = createTestLog(open, [0, 1, 2, 3, 4, 5].flatMap((index) => rate(id(index))));
    const leftWith = (entries: readonly LogEntry[]) => findProgress(open, createOrder(open, TEST_READER.id), foldLog(entries)).leftMs;
    expect(leftWith(log)).toBe(2000);
    expect(leftWith(log.map((entry, i) => (i < 4 ? { ...entry, elapsedMs: 0 } : entry)))).toBeNull();
  });
});

describe('the next item', () => {
  it('is the next that is not complete, round and round', () => {
    const { next } = after(open, [...rate(id(1)), ...rate(id(2))]);
    expect([null, id(0), id(1), id(2), id(6), id(7)].map(next)).toEqual([id(0), id(3), id(3), id(3), id(7), id(0)]);
  });

  it('is one that was put aside only when no other is left', () => {
    const rated = [0, 2, 3, 4, 6, 7].flatMap((index) => rate(id(index)));
    expect(after(open, [skip(id(1)), ...rated]).next(id(7))).toBe(id(5));
    const aside = after(open, [skip(id(1)), skip(id(5)), ...rated]);
    expect([id(0), id(1), id(3), id(5), id(7)].map(aside.next)).toEqual([id(1), id(5), id(5), id(1), id(1)]);
    expect(after(open, [...rated, ...rate(id(1)), ...rate(id(5))]).next(id(7))).toBeUndefined();
  });
});

describe('the gate', () => {
  const gated = createTestStudy({ training: TEST_TRAINING, gate: 1 });
  const half = createTestStudy({ training: TEST_TRAINING, gate: 0.5 });

  it('is closed while training is under way: only training comes', () => {
    const { progress, next } = after(gated, rate(T0, 4));
    expect(progress.gate).toEqual({ status: 'training' });
    expect([T0, T1, id(2)].map(next)).toEqual([T1, T1, T1]);
    expect(after(gated, []).next(null)).toBe(T0);
  });

  it('opens when enough answers are among the accepted ones', () => {
    const { progress, next } = after(gated, [...rate(T0, 4), ...rate(T1, 5)]);
    expect(progress.gate).toEqual({ status: 'passed', right: 2, asked: 2 });
    expect(next(T1)).toMatch(/^rating:/);
    expect(after(half, [...rate(T0, 1), ...rate(T1, 5)]).progress.gate).toEqual({ status: 'passed', right: 1, asked: 2 });
  });

  it('stays closed when they are not, until the training is passed anew', () => {
    const failed = [...rate(T0, 3), ...rate(T1, 5)];
    const { progress, next } = after(gated, failed);
    expect(progress.gate).toEqual({ status: 'failed', right: 1, asked: 2 });
    expect(next(T1)).toBeUndefined();
    const again = after(gated, [...failed, { kind: 'trainingRestarted' }]);
    expect(again.progress.gate).toEqual({ status: 'training' });
    expect(again.next(T1)).toBe(T0);
    const passed = after(gated, [...failed, { kind: 'trainingRestarted' }, ...rate(T0, 5), ...rate(T1, 4)]);
    expect(passed.progress.gate).toEqual({ status: 'passed', right: 2, asked: 2 });
  });

  it('takes that a reader cannot judge for no accepted score', () => {
    const told = [toAnswered(T0, 'representativeness', 'cannotJudge'), toAnswered(T0, 'clarity', 5), ...rate(T1, 4)];
    expect(after(gated, told).progress.gate).toEqual({ status: 'failed', right: 1, asked: 2 });
  });

  it('is not there where training has none: its items come first all the same', () => {
    const { progress, next } = after(createTestStudy({ training: TEST_TRAINING }), []);
    expect(progress.gate).toEqual({ status: 'none' });
    expect([null, T0].map(next)).toEqual([T0, T1]);
  });
});
