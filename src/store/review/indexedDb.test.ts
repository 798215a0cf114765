import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../ecg/problem';
import { toFirstHash } from '../../review/log';
import { createConnection, DATABASE_NAME } from './connection';
import { ContinuedElsewhere, type ReviewDatabase, toSessionId } from './database';
import { createSkips, createTestLog, READER } from './fixtures/testLog';
import { createTestStudy } from './fixtures/testStudy';
import { createIndexedDb } from './indexedDb';
import { type Migration, MIGRATIONS } from './migrations';
import { openDatabase } from './openDatabase';

const study = createTestStudy();
const id = toSessionId(study, READER);
const session = { id, study, reader: READER, exportedCount: 0 };
const first = toFirstHash(study.contentSha256, READER);
const log = createTestLog(study, createSkips(4));

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Two pages of one browser. */
const openTwo = (): [ReviewDatabase, ReviewDatabase] => [createIndexedDb(createConnection()), createIndexedDb(createConnection())];

/** A next version of the page, that adds a store. */
const NEXT: Migration = (database) => void database.createObjectStore('later' as 'studies');

describe('a log in the browser', () => {
  it('is added to in transactions of strict durability', async () => {
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const [database] = openTwo();
    await database.createSession(session, []);
    await database.append(id, first, log);
    await database.keepStudy(study);
    await database.noteExport(id, 1);
    const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(4);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  it('says that it was added to only when the transaction is complete', async () => {
    const [database] = openTwo();
    await database.createSession(session, []);
    const order: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...options) {
      const transaction = begin.apply(this, options);
      transaction.addEventListener('complete', () => order.push('complete'));
      return transaction;
    });
    await database.append(id, first, log).then(() => order.push('said'));
    expect(order).toEqual(['complete', 'said']);
  });

  it('has all of what is added or nothing', async () => {
    const [database] = openTwo();
    await database.createSession(session, []);
    const add = IDBObjectStore.prototype.add;
    let adds = 0;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (++adds === 3) this.transaction.abort();
      return add.call(this, value, key);
    });
    await expect(database.append(id, first, log)).rejects.toThrow();
    expect(adds).toBe(3);
    vi.restoreAllMocks();
    expect(await database.readEntries(id)).toEqual([]);
    expect(await database.listSessions()).toMatchObject([{ entryCount: 0, head: first }]);
    await database.append(id, first, log);
    expect(await database.readEntries(id)).toEqual(log);
  });

  it('says how to make room where there is none, and has nothing of it', async () => {
    const [database] = openTwo();
    await database.createSession(session, []);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(database.append(id, first, log)).rejects.toThrow(/^The browser has no room left.*free room/);
    await expect(database.append(id, first, log)).rejects.toBeInstanceOf(Problem);
    vi.restoreAllMocks();
    expect(await database.readEntries(id)).toEqual([]);
    expect(await database.listSessions()).toMatchObject([{ entryCount: 0, head: first }]);
  });

  it('is continued by one of two pages, and the other is told', async () => {
    const [one, two] = openTwo();
    await one.createSession(session, []);
    const otherLog = createTestLog(study, createSkips(2, 'other'));
    const outcomes = await Promise.allSettled([one.append(id, first, log), two.append(id, first, otherLog)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(ContinuedElsewhere);
    expect(await two.readEntries(id)).toEqual(log);
  });
});

describe('a newer version of the database', () => {
  it('keeps what is in it', async () => {
    const [database] = openTwo();
    await database.createSession(session, log);
    const next = createIndexedDb(createConnection([...MIGRATIONS, NEXT]));
    expect(await next.readEntries(id)).toEqual(log);
    expect(await next.listSessions()).toMatchObject([{ entryCount: 4, study }]);
  });

  it('takes it from the page that has it open, which says to reload and writes no more', async () => {
    const connection = createConnection();
    const told = vi.fn();
    connection.onOutdated(told);
    const database = createIndexedDb(connection);
    await database.createSession(session, log.slice(0, 1));
    await createConnection([...MIGRATIONS, NEXT]).open();
    expect(told).toHaveBeenCalledOnce();
    await expect(database.append(id, log[0]!.hash, log.slice(1))).rejects.toThrow(/newer version of this page open: reload/);
  });

  it('is refused by an older page in one sentence, and not changed', async () => {
    const next = createConnection([...MIGRATIONS, NEXT]);
    await createIndexedDb(next).createSession(session, log);
    (await next.open()).close();
    const { database, forgetful } = await openDatabase();
    expect(forgetful).toBeNull();
    await expect(database.listSessions()).rejects.toThrow(/written by a newer version of this page: reload .* Nothing was changed/);
    const raw = await openDB(DATABASE_NAME);
    expect(raw.version).toBe(MIGRATIONS.length + 1);
    expect(await raw.count('entries')).toBe(4);
  });

  it('waits for a page that does not let go, says so, and serves once it has', async () => {
    const old = await openDB(DATABASE_NAME, 1, { upgrade: (database) => void MIGRATIONS[0]!(database as never, undefined as never) });
    // This page does not listen, as one that hangs.
    const next = createConnection([...MIGRATIONS, NEXT]);
    await expect(next.open()).rejects.toThrow(/^Another tab has an older version of this page open: close it/);
    await expect(next.open()).rejects.toThrow(/^Another tab has an older version of this page open: close it/);
    old.close();
    await vi.waitFor(async () => expect((await next.open()).version).toBe(MIGRATIONS.length + 1));
  });
});

describe('a browser', () => {
  it('that closes the database by itself has it opened anew', async () => {
    const connection = createConnection();
    const database = createIndexedDb(connection);
    await database.createSession(session, log);
    const [opened, before] = [vi.spyOn(indexedDB, 'open'), await connection.open()];
    forceCloseDatabase(unwrap(before) as never);
    await vi.waitFor(async () => expect(await connection.open()).not.toBe(before));
    expect(opened).toHaveBeenCalledOnce();
    expect(await database.readEntries(id)).toEqual(log);
  });

  it('whose data of this page is deleted begins a new database', async () => {
    const [database] = openTwo();
    await database.createSession(session, log);
    await new Promise((done) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = done));
    expect(await database.listSessions()).toEqual([]);
  });

  it.each([
    ['has no database', () => vi.stubGlobal('indexedDB', undefined), /keeps nothing for this page \(it has no database\): export/],
    [
      'forbids it',
      () =>
        vi.stubGlobal('indexedDB', {
          open: () => {
            throw new DOMException('The user denied permission to access the database.', 'SecurityError');
          },
        }),
      /keeps nothing for this page \(The user denied permission to access the database\): export/,
    ],
  ] as const)('that %s has reviews on the page alone, and says so', async (_, stub, sentence) => {
    stub();
    const { database, forgetful } = await openDatabase();
    expect(forgetful).toMatch(sentence);
    await database.createSession(session, log);
    expect(await database.readEntries(id)).toEqual(log);
  });
});
