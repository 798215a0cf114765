import { describe, expect, it } from 'vitest';
import { createSkips, createTestLog, READER } from './fixtures/testLog';
import { createTestReview } from './fixtures/testReview';
import { createTestStudy } from './fixtures/testStudy';
import { isReminderDue, unexportedCount } from './selectors';
import { toSession } from './toSession';
import { warnBeforeLeaving } from './warnBeforeLeaving';

const study = createTestStudy();
// The first at 9:00:00, one a second.
const log = createTestLog(study, createSkips(120));
const sessionOf = (entryCount: number, exportedCount: number) =>
  toSession({ id: 'a', study, reader: READER, exportedCount }, log.slice(0, entryCount));
const at = (time: string) => new Date(`2026-03-${time}Z`);

describe('the reminder to export', () => {
  it.each([
    [0, 0, '09T09:00:00', false],
    [1, 0, '01T12:00:00', false],
    [49, 0, '01T12:00:00', false],
    [50, 0, '01T12:00:00', true],
    [99, 50, '01T12:00:00', false],
    [100, 50, '01T12:00:00', true],
    [1, 0, '02T08:59:59', false],
    [1, 0, '02T09:00:00', true],
    [31, 30, '02T09:00:29', false],
    [31, 30, '02T09:00:30', true],
    [30, 30, '09T09:00:00', false],
    // A file with answers that were on the page alone.
    [30, 31, '09T09:00:00', false],
  ])('of %i entries, %i of them exported, on %s is due: %s', (entryCount, exportedCount, time, isDue) => {
    expect(isReminderDue(sessionOf(entryCount, exportedCount), at(time))).toBe(isDue);
  });

  it('counts what no file has', () => {
    expect([unexportedCount(sessionOf(31, 30)), unexportedCount(sessionOf(30, 31))]).toEqual([1, 0]);
  });
});

it('asks before the page is closed while something is on it alone, and only then', async () => {
  const page = new EventTarget();
  const review = createTestReview();
  warnBeforeLeaving(review, page as unknown as Window);
  /** Whether the browser would ask. */
  const asks = (): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await review.actions.begin(study, { role: 'cardiologist', years: null });
  expect(asks()).toBe(false);
  const saved = review.actions.answer({ question: 'clarity', value: 3 });
  expect(asks()).toBe(true);
  await saved;
  expect(asks()).toBe(false);
});
