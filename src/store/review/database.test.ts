import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toFirstHash } from '../../review/log';
import { createConnection } from './connection';
import { ContinuedElsewhere, type ReviewDatabase, SessionGone, toSessionId } from './database';
import { createSkips, createTestLog, READER } from './fixtures/testLog';
import { createTestStudy } from './fixtures/testStudy';
import { createIndexedDb } from './indexedDb';
import { createMemoryDatabase } from './memoryDatabase';

const study = createTestStudy();
const id = toSessionId(study, READER);
const session = { id, study, reader: READER, exportedCount: 0 };
const first = toFirstHash(study.contentSha256, READER);
const log = createTestLog(study, [...createSkips(3), { kind: 'locked' }]);

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

describe.each([
  ['the browser', () => createIndexedDb(createConnection())],
  ['the page alone', createMemoryDatabase],
] as const)('a database of %s', (_, create) => {
  let database: ReviewDatabase;
  beforeEach(() => {
    database = create();
  });

  it('is empty at first', async () => {
    expect(await database.listSessions()).toEqual([]);
    expect(await database.listStudies()).toEqual([]);
    expect(await database.readEntries(id)).toEqual([]);
  });

  it('keeps studies once each', async () => {
    const other = createTestStudy({ title: 'Another' });
    for (const kept of [study, other, study]) await database.keepStudy(kept);
    expect((await database.listStudies()).map(({ title }) => title).sort()).toEqual(['Another', 'Six prototypes']);
  });

  it('keeps a session with its study, and says of it what its log says', async () => {
    await database.createSession(session, []);
    expect(await database.listStudies()).toEqual([study]);
    const begun = { ...session, entryCount: 0, head: first, unexportedSince: null, isLocked: false };
    expect(await database.listSessions()).toEqual([begun]);
    await database.append(id, first, log.slice(0, 2));
    expect(await database.listSessions()).toEqual([{ ...begun, entryCount: 2, head: log[1]!.hash, unexportedSince: log[0]!.time }]);
    await database.append(id, log[1]!.hash, log.slice(2));
    expect(await database.listSessions()).toEqual([{ ...begun, entryCount: 4, head: log[3]!.hash, unexportedSince: log[0]!.time, isLocked: true }]);
    expect(await database.readEntries(id)).toEqual(log);
  });

  it('keeps a session that comes with a log', async () => {
    await database.createSession({ ...session, exportedCount: 3 }, log);
    expect(await database.readEntries(id)).toEqual(log);
    expect(await database.listSessions()).toMatchObject([{ entryCount: 4, exportedCount: 3, unexportedSince: log[3]!.time, isLocked: true }]);
  });

  it('creates no session over another', async () => {
    await database.createSession(session, log);
    await expect(database.createSession(session, [])).rejects.toThrow(ContinuedElsewhere);
    expect(await database.readEntries(id)).toEqual(log);
  });

  it('adds nothing to a log that ends otherwise, and nothing where there is none', async () => {
    await expect(database.append(id, first, log)).rejects.toThrow(SessionGone);
    await database.createSession(session, log.slice(0, 2));
    for (const before of [first, log[0]!.hash, log[2]!.hash]) {
      await expect(database.append(id, before, log.slice(2))).rejects.toThrow(ContinuedElsewhere);
    }
    expect(await database.readEntries(id)).toEqual(log.slice(0, 2));
    expect(await database.listSessions()).toMatchObject([{ entryCount: 2, head: log[1]!.hash }]);
  });

  it('remembers the longest export', async () => {
    await expect(database.noteExport(id, 1)).rejects.toThrow(SessionGone);
    await database.createSession(session, log);
    await database.noteExport(id, 2);
    expect(await database.listSessions()).toMatchObject([{ exportedCount: 2, unexportedSince: log[2]!.time }]);
    await database.noteExport(id, 4);
    await database.noteExport(id, 3);
    expect(await database.listSessions()).toMatchObject([{ exportedCount: 4, unexportedSince: null, entryCount: 4 }]);
  });

  it('keeps the logs of two readers apart', async () => {
    const reader = { ...READER, id: 'b'.repeat(16) };
    const other = { ...session, id: toSessionId(study, reader), reader };
    const otherLog = createTestLog(study, createSkips(2, 'other'), reader);
    await database.createSession(session, log);
    await database.createSession(other, otherLog);
    expect(await database.readEntries(id)).toEqual(log);
    expect(await database.readEntries(other.id)).toEqual(otherLog);
  });
});
