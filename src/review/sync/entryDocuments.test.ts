import { expect, it } from 'vitest';
import { createEntry, toFirstHash } from '../log';
import type { LogEntry } from '../logEntry';
import type { Reader } from '../reader';
import { joinEntries, toEntryDocument, toEntryRange } from './entryDocuments';

const study = 'a'.repeat(64);
const reader: Reader = { id: '0123456789abcdef', role: 'cardiologist', years: 12 };

function continueLog(log: readonly LogEntry[], ...items: readonly string[]): readonly LogEntry[] {
  const entries = [...log];
  for (const item of items) {
    const before = entries.at(-1)?.hash ?? toFirstHash(study, reader);
    const content = { seq: entries.length, time: '2026-01-02T03:04:05.000Z', elapsedMs: 7 };
    entries.push(createEntry(before, { ...content, event: { kind: 'skipped', item } }));
  }
  return entries;
}

it('joins entries in any order to the log that they come from', () => {
  const log = continueLog([], 'a', 'b', 'c');
  expect(joinEntries(study, reader, [...log].reverse())).toEqual([log]);
  expect(joinEntries(study, reader, [])).toEqual([[]]);
});

it('gives every log where two computers went on differently', () => {
  const shared = continueLog([], 'a', 'b');
  const [here, there] = [continueLog(shared, 'c', 'd'), continueLog(shared, 'x')];
  const joined = joinEntries(study, reader, [...here, ...there.slice(2)]);
  expect(joined).toHaveLength(2);
  expect(joined).toContainEqual(here);
  expect(joined).toContainEqual(there);
});

it('leaves out what does not follow: an edited entry, one after a gap, one of another reader', () => {
  const log = continueLog([], 'a', 'b', 'c');
  const edited = { ...log[1]!, elapsedMs: 8 };
  expect(joinEntries(study, reader, [log[0]!, edited, log[2]!])).toEqual([log.slice(0, 1)]);
  expect(joinEntries(study, reader, [log[0]!, log[2]!])).toEqual([log.slice(0, 1)]);
  expect(joinEntries(study, { ...reader, id: 'f'.repeat(16) }, log)).toEqual([[]]);
});

it('documents sort as the log does, and bear the entry’s own hash as their revision', () => {
  const log = continueLog([], ...Array.from({ length: 12 }, (_, i) => `item ${i}`));
  const documents = log.map((entry) => toEntryDocument(study, reader.id, entry));
  expect(documents.map(({ _id }) => _id).sort()).toEqual(documents.map(({ _id }) => _id));
  const { startkey, endkey } = toEntryRange(study, reader.id);
  for (const [i, { _id, _rev }] of documents.entries()) {
    expect(_id > startkey && _id < endkey).toBe(true);
    expect(_rev).toBe(`1-${log[i]!.hash.slice(0, 32)}`);
  }
});
