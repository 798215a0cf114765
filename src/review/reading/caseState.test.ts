import { describe, expect, it } from 'vitest';
import { createTestLog, createTestReadingStudy, read, testReader } from '../fixtures/testReadingStudy';
import { foldLog } from '../foldLog';
import type { ReviewEvent } from '../logEntry';
import { foldReadings } from './caseState';
import { findNextCase } from './findNextCase';

const study = createTestReadingStudy([['SR'], ['AFIB'], null, ['LVH']]);
/** The reader's order is not the study's. */
const ORDER = [2, 0, 3, 1];

function fold(...events: readonly ReviewEvent[]) {
  return foldReadings(study, ORDER, foldLog(createTestLog(study, testReader(1), events)));
}

/** The case that comes next, by its place in the study, of those that are here. */
function nextAfter(events: readonly ReviewEvent[], last: number | null = null, here = [0, 1, 2, 3]): number | undefined {
  return findNextCase(fold(...events), last, (place) => here.includes(place))?.place;
}

const skip = (place: number): ReviewEvent => ({ kind: 'skipped', item: `case:${place}` });

describe('where a case stands', () => {
  it('asks for the first reading, then for the final one, then for nothing', () => {
    expect(fold()[0]).toEqual({ place: 2, label: 'Case 3', asks: 'first', first: null, final: null, isSkipped: false, isUnexplained: false });
    const begun = fold(read(2, 'first', 'SR', 4));
    expect(begun[0]).toMatchObject({ asks: 'final', first: { statements: ['SR'], confidence: 4, elapsedMs: 1000 }, final: null });
    const done = fold(read(2, 'first', 'SR', 4), read(2, 'final', 'AFIB', 5, 'AFIB'));
    expect(done[0]).toMatchObject({
      asks: 'nothing',
      first: { statements: ['SR'] },
      final: { statements: ['AFIB'], confidence: 5, elapsedMs: 2000, predicted: ['AFIB'] },
    });
    expect(done.map(({ place }) => place)).toEqual(ORDER);
  });

  it('keeps what was handed in, whatever a log says later, and no final reading before the first', () => {
    const first = read(2, 'first', 'SR', 4);
    expect(fold(first, read(2, 'first', 'LVH', 1))[0]!.first).toMatchObject({ statements: ['SR'], confidence: 4 });
    expect(fold(read(2, 'final', 'LVH', 1))[0]).toMatchObject({ asks: 'first', final: null });
    expect(fold(first, read(2, 'final', 'LVH', 3), read(2, 'final', 'SR', 1))[0]!.final!.statements).toEqual(['LVH']);
  });

  it('is put aside unread, or left without explanation once it was read alone', () => {
    expect(fold(skip(2))[0]).toMatchObject({ asks: 'first', isSkipped: true, isUnexplained: false });
    expect(fold(skip(2), read(2, 'first', 'SR', 2))[0]).toMatchObject({ asks: 'final', isSkipped: false });
    expect(fold(read(2, 'first', 'SR', 2), skip(2))[0]).toMatchObject({ asks: 'nothing', isSkipped: false, isUnexplained: true });
  });
});

describe('the next case', () => {
  it('follows the reader’s order', () => {
    expect(nextAfter([])).toBe(2);
    expect(nextAfter([read(2, 'first', 'SR', 3), read(2, 'final', 'SR', 3)], 2)).toBe(0);
  });

  it('is the one that waits for its final reading, before all others', () => {
    expect(nextAfter([read(3, 'first', 'SR', 3)])).toBe(3);
  });

  it('is none that is not here', () => {
    expect(nextAfter([read(3, 'first', 'SR', 3)], 3, [0, 1])).toBe(0);
    expect(nextAfter([], null, [])).toBeUndefined();
  });

  it('comes to those that were put aside when no others are left, one after the other', () => {
    const others = [2, 0].flatMap((place) => [read(place, 'first', 'SR', 3), read(place, 'final', 'SR', 3)]);
    expect(nextAfter([skip(2)], 2)).toBe(0);
    const bothAside = [...others, skip(3), skip(1)];
    expect(nextAfter(bothAside, 1)).toBe(3);
    expect(nextAfter(bothAside, 3)).toBe(1);
    expect(nextAfter([...others, skip(3), skip(1), read(3, 'first', 'SR', 1), skip(3)], 3)).toBe(1);
  });
});
