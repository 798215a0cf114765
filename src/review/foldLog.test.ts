import { describe, expect, it } from 'vitest';
import { createTestLog, createTestReadingStudy, createTestStudy, toAnswered } from './fixtures/testReview';
import { foldLog, UNTOUCHED } from './foldLog';
import type { ReviewEvent } from './logEntry';

const study = createTestStudy();
const A = 'rating:morphology/0';
const B = 'rating:morphology/1';
const T = 'training:morphology/90';
const fold = (...events: readonly ReviewEvent[]) => foldLog(createTestLog(study, events));
const undo = (entry: number): ReviewEvent => ({ kind: 'undone', entry });

describe('a folded log', () => {
  it('of nothing says nothing', () => {
    expect(fold()).toEqual({
      items: new Map(),
      standing: new Set(),
      isLocked: false,
      undoable: null,
      lastItem: null,
      restarts: 0,
      clockFaults: 0,
    });
  });

  it('holds the newest answer to each question and the time spent on each item', () => {
    const { items, standing, lastItem } = fold(
      toAnswered(A, 'representativeness', 2),
      toAnswered(A, 'clarity', 'cannotJudge'),
      toAnswered(B, 'comment', 'so?'),
      toAnswered(A, 'representativeness', 5),
      toAnswered(A, 'reasons', ['noise']),
    );
    expect(items.get(A)!.answers).toEqual({ ...UNTOUCHED.answers, representativeness: 5, clarity: 'cannotJudge', reasons: ['noise'] });
    expect(items.get(A)!.elapsedMs).toBe(2000);
    expect(items.get(B)).toEqual({ ...UNTOUCHED, answers: { ...UNTOUCHED.answers, comment: 'so?' }, elapsedMs: 500 });
    expect([...standing].sort()).toEqual([1, 2, 3, 4]);
    expect(lastItem).toBe(A);
  });

  it('goes back to nothing, answer by answer; the time stays', () => {
    const events: ReviewEvent[] = [
      toAnswered(A, 'representativeness', 2),
      toAnswered(A, 'representativeness', 4),
      { kind: 'skipped', item: B },
      toAnswered(B, 'mark', 'bad'),
      toAnswered(B, 'reasons', ['artefact', 'noise']),
      toAnswered(A, 'comment', 'x'),
    ];
    const seen: (number | undefined)[] = [];
    for (let folded = fold(...events); folded.undoable; folded = fold(...events)) {
      seen.push(folded.undoable.seq);
      events.push(undo(folded.undoable.seq));
    }
    expect(seen).toEqual([5, 4, 3, 2, 1, 0]);
    const { items, standing, lastItem } = fold(...events);
    expect(items.get(A)).toEqual({ ...UNTOUCHED, elapsedMs: 1500 });
    expect(items.get(B)).toEqual({ ...UNTOUCHED, elapsedMs: 1500 });
    expect(standing.size).toBe(0);
    expect(lastItem).toBeNull();
  });

  it('gives back what an undone answer had replaced', () => {
    const { items, standing, undoable, lastItem } = fold(toAnswered(A, 'clarity', 1), toAnswered(B, 'clarity', 3), toAnswered(A, 'clarity', 5), undo(2));
    expect(items.get(A)!.answers.clarity).toBe(1);
    expect([...standing]).toEqual([0, 1]);
    expect(undoable?.seq).toBe(1);
    expect(lastItem).toBe(B);
  });

  it('knows no undoing of what was undone', () => {
    const told = [toAnswered(A, 'clarity', 1), toAnswered(A, 'clarity', 5), undo(1)];
    expect(fold(...told, undo(2)).items).toEqual(fold(...told).items);
    expect(fold(...told, undo(2)).undoable?.seq).toBe(0);
  });

  it('takes an answer after putting aside as coming back, and an answer taken back as no answer', () => {
    expect(fold({ kind: 'skipped', item: A }).items.get(A)).toEqual({ ...UNTOUCHED, isSkipped: true, elapsedMs: 500 });
    const back = fold({ kind: 'skipped', item: A }, toAnswered(A, 'clarity', 4), toAnswered(A, 'clarity', null));
    expect(back.items.get(A)).toEqual({ ...UNTOUCHED, elapsedMs: 1500 });
    // Undone, it is aside again.
    expect(fold({ kind: 'skipped', item: A }, toAnswered(A, 'clarity', 4), undo(1)).items.get(A)!.isSkipped).toBe(true);
  });

  it('keeps the class that was named first: it was revealed then, and nothing before it can be undone', () => {
    const folded = fold(toAnswered(A, 'clarity', 4), toAnswered(A, 'class', 'LVH'), toAnswered(A, 'class', 'SR'));
    expect(folded.items.get(A)!.answers.class).toBe('LVH');
    expect([...folded.standing]).toEqual([0, 1]);
    expect(folded.undoable).toBeNull();
    expect(fold(toAnswered(A, 'class', 'LVH'), toAnswered(A, 'clarity', 4)).undoable?.seq).toBe(1);
  });

  it('asks the training anew and nothing else', () => {
    const folded = fold(toAnswered(T, 'clarity', 4), toAnswered(T, 'class', 'LVH'), toAnswered(A, 'clarity', 3), { kind: 'trainingRestarted' });
    expect(folded.items.get(T)).toEqual({ ...UNTOUCHED, elapsedMs: 1000 });
    expect(folded.items.get(A)!.answers.clarity).toBe(3);
    expect([...folded.standing]).toEqual([2]);
    expect(folded.restarts).toBe(1);
    const again = fold(toAnswered(T, 'class', 'LVH'), { kind: 'trainingRestarted' }, toAnswered(T, 'class', 'SR'), { kind: 'trainingRestarted' });
    expect(again.restarts).toBe(2);
    expect(again.items.get(T)!.answers.class).toBeNull();
  });

  it('does not undo training, whose answers are explained', () => {
    expect(fold(toAnswered(T, 'clarity', 4)).undoable).toBeNull();
    expect(fold({ kind: 'skipped', item: T }).undoable?.seq).toBe(0);
  });

  it('is locked by the last entry', () => {
    expect(fold(toAnswered(A, 'clarity', 4), { kind: 'locked' }).isLocked).toBe(true);
    expect(fold(toAnswered(A, 'clarity', 4)).isLocked).toBe(false);
  });

  it('counts how often the clock was set back', () => {
    const times = ['2026-03-02T10:00:00.000Z', '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z', '2026-03-02T09:30:00.000Z', '2026-03-01T09:30:00.000Z'];
    const entries = createTestLog(study, times.map(() => toAnswered(A, 'clarity', 4))).map((entry, i) => ({ ...entry, time: times[i]! }));
    expect(foldLog(entries).clockFaults).toBe(2);
  });

  it('keeps each reading as it was handed in first', () => {
    const read = (stage: 'first' | 'final', statements: string[]): ReviewEvent => ({ kind: 'read', item: 'case:0', stage, statements, confidence: 3 });
    const reading = createTestReadingStudy();
    const folded = foldLog(createTestLog(reading, [read('final', ['SR']), read('first', ['AFIB']), read('first', []), read('final', ['LVH']), read('final', ['SR'])]));
    expect(folded.items.get('case:0')!.readings).toEqual({
      first: { statements: ['AFIB'], confidence: 3, elapsedMs: 500 },
      final: { statements: ['LVH'], confidence: 3, elapsedMs: 500 },
    });
    expect([...folded.standing]).toEqual([1, 3]);
    expect(folded.undoable).toBeNull();
  });
});
