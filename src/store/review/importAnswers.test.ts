import { beforeEach, describe, expect, it } from 'vitest';
import { createReaderFile } from '../../review/createReaderFile';
import type { LogEntry } from '../../review/logEntry';
import type { ReaderFile } from '../../review/readerFile';
import { type ReviewDatabase, toSessionId } from './database';
import { createSkips, createTestLog, READER } from './fixtures/testLog';
import { createTestReview } from './fixtures/testReview';
import { createTestStudy } from './fixtures/testStudy';
import { createMemoryDatabase } from './memoryDatabase';
import type { ReviewStore } from './reviewStore';

const study = createTestStudy();
const id = toSessionId(study, READER);
const log = createTestLog(study, createSkips(5));
const forked = createTestLog(study, [...createSkips(2), ...createSkips(2, 'other')]);

let database: ReviewDatabase;
let review: ReviewStore;

const fileOf = (entries: readonly LogEntry[]): ReaderFile => createReaderFile(study, READER, entries, new Date('2026-03-02T09:00:00.000Z'));
const notice = () => review.store.getState().notice;
const shelf = () => review.store.getState().shelf;

beforeEach(() => {
  database = createMemoryDatabase();
  review = createTestReview({ database });
});

describe('an answers file', () => {
  it('of a review that is not here is gone on with', async () => {
    expect(await review.actions.importAnswers(fileOf(log))).toBe(id);
    expect(notice()).toEqual({ kind: 'imported', title: 'Six prototypes', count: 5, isNew: true });
    expect(shelf()).toMatchObject({ sessions: [{ id, entryCount: 5, exportedCount: 5, unexportedSince: null }] });
    await review.actions.resume(id);
    await review.actions.answer({ question: 'clarity', value: 3 });
    expect(await database.readEntries(id)).toEqual([...log, expect.objectContaining({ seq: 5 })]);
  });

  it('that goes on where this computer ends adds the rest, also to the review that is open', async () => {
    await database.createSession({ id, study, reader: READER, exportedCount: 0 }, log.slice(0, 3));
    await review.actions.resume(id);
    expect(await review.actions.importAnswers(fileOf(log))).toBe(id);
    expect(notice()).toEqual({ kind: 'imported', title: 'Six prototypes', count: 2, isNew: false });
    expect(await database.readEntries(id)).toEqual(log);
    expect(review.store.getState().open).toMatchObject({ entries: log, savedCount: 5 });
  });

  it.each([
    [5, 0],
    [3, 2],
  ])('of %i entries where this computer has all and %i more changes nothing', async (count, ahead) => {
    await database.createSession({ id, study, reader: READER, exportedCount: 1 }, log);
    expect(await review.actions.importAnswers(fileOf(log.slice(0, count)))).toBe(id);
    expect(notice()).toEqual({ kind: 'nothingNew', title: 'Six prototypes', ahead });
    expect(await database.readEntries(id)).toEqual(log);
    expect(shelf()).toMatchObject({ sessions: [{ exportedCount: count }] });
  });

  it('that went on otherwise than this computer is refused, with both told', async () => {
    await database.createSession({ id, study, reader: READER, exportedCount: 1 }, log);
    expect(await review.actions.importAnswers(fileOf(forked))).toBeNull();
    expect(notice()).toEqual({ kind: 'forked', title: 'Six prototypes', common: 2, here: 3, inFile: 2 });
    expect(await database.readEntries(id)).toEqual(log);
    expect(await database.listSessions()).toMatchObject([{ exportedCount: 1 }]);
  });

  it('is compared anew where another tab added something in between', async () => {
    await database.createSession({ id, study, reader: READER, exportedCount: 0 }, log.slice(0, 2));
    let isFirst = true;
    const append: ReviewDatabase['append'] = async (...wanted) => {
      if (isFirst) await database.append(id, log[1]!.hash, [log[2]!]);
      isFirst = false;
      return database.append(...wanted);
    };
    review = createTestReview({ database: { ...database, append } });
    expect(await review.actions.importAnswers(fileOf(log))).toBe(id);
    expect(notice()).toMatchObject({ kind: 'imported', count: 2 });
    expect(await database.readEntries(id)).toEqual(log);
  });

  it('that cannot be kept is told, and nothing of it is here', async () => {
    review = createTestReview({ database: { ...database, createSession: () => Promise.reject(new Error('disk')) } });
    expect(await review.actions.importAnswers(fileOf(log))).toBeNull();
    expect(notice()).toMatchObject({ kind: 'failed', sentence: expect.stringMatching(/disk/) });
    expect(await database.listSessions()).toEqual([]);
  });
});
