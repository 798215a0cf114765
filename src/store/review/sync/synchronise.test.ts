import { afterEach, beforeEach, expect, it } from 'vitest';
import { continueLog } from '../../../review/fixtures/continueLog';
import type { Reader } from '../../../review/reader';
import type { CouchDatabase } from './couchDatabase';
import { Couch, type CouchServer, startCouchServer } from './fixtures/couchServer';
import { fetchLogs, readDocuments, startSynchronisation, type Synchronisation, type SyncState } from './synchronise';

const study = 'b'.repeat(64);
const reader: Reader = { id: '00000000000000aa', role: 'cardiologist', years: 20 };
const other: Reader = { id: '00000000000000bb', role: 'resident', years: 2 };

let server: CouchServer;
let running: Synchronisation[];
let computers = 0;

beforeEach(async () => {
  running = [];
  server = await startCouchServer();
  await new Couch(`${server.url}/study`).info();
});

afterEach(async () => {
  for (const synchronisation of running) synchronisation.stop();
  await server.stop();
});

function newComputer(): CouchDatabase {
  return new Couch(`computer-${computers++}`, { adapter: 'memory' });
}

function openRemote(database = 'study', port = server.port): CouchDatabase {
  return new Couch(`http://localhost:${port}/${database}`, { skip_setup: true });
}

function start(local: CouchDatabase, whose: Reader, remote = openRemote()) {
  const states: SyncState[] = [];
  const synchronisation = startSynchronisation({ local, remote }, { study, reader: whose }, (state) => states.push(state));
  running.push(synchronisation);
  return { states, ...synchronisation };
}

/** The entries of a reader that the server has, conflicts included. */
async function countOnServer(): Promise<number> {
  return (await readDocuments(openRemote())).filter(({ type }) => type === 'entry').length;
}

it('copies a log as it grows, each entry once, and says when all of it is there', async () => {
  const copying = start(newComputer(), reader);
  const log = continueLog([], { study, reader }, 'a', 'b', 'c');
  await copying.copy(log.slice(0, 2));
  await expect.poll(countOnServer).toBe(2);
  await copying.copy(log);
  await expect.poll(countOnServer).toBe(3);
  await expect.poll(() => copying.states.at(-1)).toEqual({ status: 'copied' });
  const elsewhere = newComputer();
  expect(await fetchLogs({ local: elsewhere, remote: openRemote() }, { study, reader })).toEqual([log]);
});

it('a reader fetches nothing of the other readers', async () => {
  const [one, two] = [start(newComputer(), reader), start(newComputer(), other)];
  await one.copy(continueLog([], { study, reader }, 'a'));
  await two.copy(continueLog([], { study, reader: other }, 'a', 'b'));
  await expect.poll(countOnServer).toBe(3);
  const local = newComputer();
  await fetchLogs({ local, remote: openRemote() }, { study, reader });
  const known = await readDocuments(local);
  expect(known.map((document) => (document.type === 'entry' ? document.reader : document.reader.id))).toEqual([reader.id]);
});

it('keeps both where two computers went on from the same entry differently', async () => {
  const shared = continueLog([], { study, reader }, 'a');
  const [here, there] = [continueLog(shared, { study, reader }, 'b'), continueLog(shared, { study, reader }, 'x', 'y')];
  await start(newComputer(), reader).copy(here);
  await start(newComputer(), reader).copy(there);
  await expect.poll(countOnServer).toBe(4);
  const logs = await fetchLogs({ local: newComputer(), remote: openRemote() }, { study, reader });
  expect(logs).toHaveLength(2);
  expect(logs).toEqual(expect.arrayContaining([here, there]));
});

it('waits while there is no connection, and copies everything when there is one', async () => {
  await server.stop();
  const copying = start(newComputer(), reader, openRemote('study', server.port));
  const log = continueLog([], { study, reader }, 'a', 'b');
  await copying.copy(log);
  await expect.poll(() => copying.states.at(-1), { timeout: 20_000 }).toEqual({ status: 'waiting' });
  server = await startCouchServer({ port: server.port });
  await new Couch(`${server.url}/study`).info();
  await expect.poll(countOnServer, { timeout: 30_000 }).toBe(2);
  await expect.poll(() => copying.states.at(-1)).toEqual({ status: 'copied' });
});

it.each([
  [404, 'missing', 'has no database “missing”'],
  [401, 'study', 'the name or the password is wrong'],
])('says why a server refuses with %i, and tries no more', async (status, database, words) => {
  await server.stop();
  server = await startCouchServer({ port: server.port, refuse: () => status });
  const copying = start(newComputer(), reader, openRemote(database));
  await copying.copy(continueLog([], { study, reader }, 'a'));
  expect(copying.states.at(-1)).toEqual({ status: 'refused', sentence: expect.stringContaining(words) as string });
  expect(server.requests.length).toBeLessThan(5);
});

it('sends nothing but entries and what the reader told of himself', async () => {
  const copying = start(newComputer(), reader);
  await copying.copy(continueLog([], { study, reader }, 'a'));
  await expect.poll(countOnServer).toBe(1);
  const documents = await readDocuments(openRemote());
  expect(documents.map(({ _id }) => _id).sort()).toEqual([
    `entry/bbbbbbbbbbbb/${reader.id}/0000000`,
    `reader/bbbbbbbbbbbb/${reader.id}`,
  ]);
  expect(Object.keys(documents.find(({ type }) => type === 'reader')!).sort()).toEqual(['_id', '_rev', 'reader', 'study', 'type']);
});
