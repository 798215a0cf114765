import { describe, expect, it } from 'vitest';
import { createTestLog, createTestReadingStudy, read, testReader } from '../fixtures/testReadingStudy';
import type { ReviewEvent } from '../logEntry';
import type { ReadingStudy } from '../study';
import { summariseReadings } from './summariseReadings';

/** Of the last case nobody knows the truth. */
const study = createTestReadingStudy([['SR'], ['AFIB', 'LVH'], ['NORM'], null]);

function summarise(logs: readonly (readonly ReviewEvent[])[], of: ReadingStudy = study, choice: readonly string[] | null = null) {
  const files = logs.map((events, i) => ({ reader: testReader(i), entries: [...createTestLog(of, testReader(i), events)] }));
  return summariseReadings(of, files, choice);
}

/** Wrong, then right with the model; right, then wrong with the model, which is wrong; unchanged; truth unknown. */
const ONE = [
  read(0, 'first', 'AFIB', 2),
  read(0, 'final', 'SR', 4, 'SR'),
  read(1, 'first', 'AFIB LVH', 5),
  read(1, 'final', 'AFIB', 3, 'AFIB'),
  read(2, 'first', 'NORM', 4),
  read(2, 'final', 'NORM', 4, 'NORM LVH'),
  read(3, 'first', '', 1),
  read(3, 'final', 'LVH', 2, 'SR'),
];

describe('the readings of one reader', () => {
  const { all, readers, gain } = summarise([ONE]);

  it('are counted with their times and confidence', () => {
    expect(all).toEqual(readers[0]!.tally);
    expect(all).toMatchObject({ readCount: 4, knownCount: 3, changedCount: 3, added: 2, takenOff: 2 });
    // Every entry took a second longer than the one before: 1, 3, 5, 7 and 2, 4, 6, 8 seconds.
    expect(all).toMatchObject({ firstMs: 4000, finalMs: 5000 });
    expect(all.firstConfidence.mean).toBe(3);
    expect(all.finalConfidence.mean).toBe(3.25);
    expect(all.confidenceChange.mean).toBe(0.25);
  });

  it('switch by ECG, where its truth is known', () => {
    expect(all.byCase).toEqual({ wrongToRight: 1, rightToWrong: 1, stayedRight: 1, stayedWrong: 0, mcNemarP: 1 });
  });

  it('switch by statement: two decisions right, one wrong', () => {
    expect(all.byStatement).toMatchObject({ wrongToRight: 2, rightToWrong: 1, stayedRight: 9, stayedWrong: 0 });
    expect(gain!.gain).toBeCloseTo(1 / 12, 12);
    expect(gain!.interval.ends![0]).toBeLessThan(0);
  });

  it('have a sensitivity and a specificity before and after', () => {
    expect(all.first).toEqual({ named: 3, present: 4, leftOut: 7, absent: 8 });
    expect(all.final).toEqual({ named: 3, present: 4, leftOut: 8, absent: 8 });
  });

  it('were drawn to the model where they came to agree with it, right or wrong', () => {
    // Case 1: AFIB off and SR on, toward; case 2: LVH off, toward; case 4: LVH on, away.
    expect(all.pull).toEqual({
      toward: 3,
      away: 1,
      rightAdvice: { followed: 2, given: 2 },
      // The model also claimed LVH in case 3 wrongly, and was not followed.
      wrongAdvice: { followed: 1, given: 2 },
    });
  });
});

it('counts readers apart and together', () => {
  const other = [read(0, 'first', 'SR', 3), read(0, 'final', 'SR', 3), read(1, 'first', 'SR', 3), { kind: 'skipped', item: 'case:1' } as const];
  const { all, readers } = summarise([ONE, other]);
  expect(readers.map(({ tally, unexplainedCount, unreadCount }) => [tally.readCount, unexplainedCount, unreadCount])).toEqual([
    [4, 0, 0],
    [1, 1, 2],
  ]);
  expect(all.readCount).toBe(5);
  expect(all.byCase).toMatchObject({ wrongToRight: 1, rightToWrong: 1, stayedRight: 2 });
  // That file does not tell what the model predicted.
  expect(readers[1]!.tally.pull).toBeNull();
});

it('tells each statement that is true or was named', () => {
  const { statements } = summarise([ONE]);
  expect(statements.map(({ code }) => code)).toEqual(['SR', 'AFIB', 'LVH', 'NORM']);
  expect(statements[2]!.tally.first).toEqual({ named: 1, present: 1, leftOut: 2, absent: 2 });
  expect(statements[2]!.tally.final).toEqual({ named: 0, present: 1, leftOut: 2, absent: 2 });
});

it('counts statements that the study names, else those of the pack, else those that are true or were named', () => {
  const open = createTestReadingStudy([['SR']], { statements: null });
  const log = [read(0, 'first', 'AFIB', 2), read(0, 'final', 'SR', 2)];
  expect(summarise([log], open)).toMatchObject({ asked: ['AFIB', 'SR'], isChoiceKnown: false });
  expect(summarise([log], open, ['SR', 'AFIB', 'PACE'])).toMatchObject({ asked: ['SR', 'AFIB', 'PACE'], isChoiceKnown: true });
  expect(summarise([log], createTestReadingStudy([['SR']]), ['PACE'])).toMatchObject({ asked: ['SR', 'AFIB', 'LVH', 'NORM'] });
  expect(summarise([log], open, ['SR', 'AFIB', 'PACE']).all.final).toEqual({ named: 1, present: 1, leftOut: 2, absent: 2 });
});

it('says nothing of right and wrong without truth, and nothing of readings without any', () => {
  const { all, gain } = summarise([[read(0, 'first', 'SR', 2), read(0, 'final', 'AFIB', 3, 'AFIB')]], createTestReadingStudy([null]));
  expect(all).toMatchObject({ byCase: null, byStatement: null, first: null, final: null, changedCount: 1 });
  expect(all.pull).toEqual({ toward: 2, away: 0, rightAdvice: null, wrongAdvice: null });
  expect(gain).toBeNull();
  expect(summarise([[]]).all).toMatchObject({ readCount: 0, firstMs: null, pull: null, byCase: null });
});
