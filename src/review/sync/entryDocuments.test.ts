import { expect, it } from 'vitest';
import { continueLog } from '../fixtures/continueLog';
import type { Reader } from '../reader';
import { joinEntries, toEntryDocument, toEntryRange } from './entryDocuments';

const study = 'a'.repeat(64);
const reader: Reader = { id: '0123456789abcdef', role: 'cardiologist', years: 12 };

it('joins entries in any order to the log that they come from', () => {
  const log = continueLog([], { study, reader }, 'a', 'b', 'c');
  expect(joinEntries(study, reader, [...log].reverse())).toEqual([log]);
  expect(joinEntries(study, reader, [])).toEqual([[]]);
});

it('gives every log where two computers went on differently', () => {
  const shared = continueLog([], { study, reader }, 'a', 'b');
  const [here, there] = [continueLog(shared, { study, reader }, 'c', 'd'), continueLog(shared, { study, reader }, 'x')];
  const joined = joinEntries(study, reader, [...here, ...there.slice(2)]);
  expect(joined).toHaveLength(2);
  expect(joined).toContainEqual(here);
  expect(joined).toContainEqual(there);
});

it('leaves out what does not follow: an edited entry, one after a gap, one of another reader', () => {
  const log = continueLog([], { study, reader }, 'a', 'b', 'c');
  const edited = { ...log[1]!, elapsedMs: 8 };
  expect(joinEntries(study, reader, [log[0]!, edited, log[2]!])).toEqual([log.slice(0, 1)]);
  expect(joinEntries(study, reader, [log[0]!, log[2]!])).toEqual([log.slice(0, 1)]);
  expect(joinEntries(study, { ...reader, id: 'f'.repeat(16) }, log)).toEqual([[]]);
});

it('documents sort as the log does, and bear the entry’s own hash as their revision', () => {
  const log = continueLog([], { study, reader }, ...Array.from({ length: 12 }, (_, i) => `item ${i}`));
  const documents = log.map((entry) => toEntryDocument(study, reader.id, entry));
  expect(documents.map(({ _id }) => _id).sort()).toEqual(documents.map(({ _id }) => _id));
  const { startkey, endkey } = toEntryRange(study, reader.id);
  for (const [i, { _id, _rev }] of documents.entries()) {
    expect(_id > startkey && _id < endkey).toBe(true);
    expect(_rev).toBe(`1-${log[i]!.hash.slice(0, 32)}`);
  }
});
