import { afterEach, beforeEach, expect, it } from 'vitest';
import { continueLog } from '../../../review/fixtures/continueLog';
import type { LogEntry } from '../../../review/logEntry';
import type { Reader } from '../../../review/reader';
import { readReaderFile } from '../../../review/readReaderFile';
import { sealStudy } from '../../../review/sealStudy';
import { STUDY_FORMAT, STUDY_VERSION } from '../../../review/study';
import { toEntryDocument, toReaderDocument } from '../../../review/sync/entryDocuments';
import type { CouchDatabase } from './couchDatabase';
import { fetchReaders } from './fetchReaders';
import { Couch, type CouchServer, startCouchServer } from './fixtures/couchServer';

const study = sealStudy({
  format: STUDY_FORMAT,
  formatVersion: STUDY_VERSION,
  kind: 'prototypes',
  title: 'Two sites',
  created: '2026-01-02T03:04:05.000Z',
  pack: { name: 'demo', title: 'Demo', sha256: 'c'.repeat(64) },
  seed: 'seed',
  roles: ['cardiologist'],
  synchronisation: { url: 'http://localhost:5984/study' },
  questions: ['clarity'],
  isClassHidden: false,
  selection: { rule: 'all', countPerClass: null },
  items: ['a', 'b', 'c', 'd'].map((_, i) => ({ prototype: `rhythm/${i}`, classes: ['AFIB'] })),
  repeatShare: 0,
  planted: [],
  training: [],
  gate: null,
});
const readers: readonly Reader[] = ['a', 'b', 'c'].map((digit) => ({ id: digit.repeat(16), role: 'cardiologist', years: null }));

let server: CouchServer;
let remote: CouchDatabase;

beforeEach(async () => {
  server = await startCouchServer();
  remote = new Couch(`${server.url}/study`);
  await remote.info();
});

afterEach(() => server.stop());

function goOn(log: readonly LogEntry[], reader: Reader, ...prototypes: readonly string[]): readonly LogEntry[] {
  return continueLog(log, { study: study.contentSha256, reader }, ...prototypes.map((index) => `rating:rhythm/${index}`));
}

async function put(of: string, reader: Reader, log: readonly LogEntry[]): Promise<void> {
  const documents = [toReaderDocument(of, reader), ...log.map((entry) => toEntryDocument(of, reader.id, entry))];
  await remote.bulkDocs(documents, { new_edits: false });
}

it('gives every reader’s answers as the file that the reader would have saved, a fork as two', async () => {
  const [one, two, three] = readers as [Reader, Reader, Reader];
  const own = goOn([], one, '0', '1', '2');
  const shared = goOn([], two, '0');
  const [here, there] = [goOn(shared, two, '1'), goOn(shared, two, '2', '3')];
  await put(study.contentSha256, one, own);
  await put(study.contentSha256, two, here);
  await put(study.contentSha256, two, there);
  await put('d'.repeat(64), three, []);
  const files = await fetchReaders(remote, study, new Date('2026-02-03T04:05:06Z'));
  expect(files).toHaveLength(3);
  expect(files.map(({ entries }) => entries)).toEqual(expect.arrayContaining([own, here, there]));
  for (const file of files) expect(readReaderFile(JSON.stringify(file))).toEqual(file);
});
