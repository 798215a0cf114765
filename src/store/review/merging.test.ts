import { beforeEach, describe, expect, it } from 'vitest';
import { threeReaderFiles, threeReaderStudy } from '../../review/fixtures/threeReaders';
import { createMergeDesk } from '../../review/merge/mergeDesk';
import type { MergingClient } from '../../review/merge/mergingClient';
import type { MergedStudy } from '../../review/merge/mergeDesk';
import type { DroppedFile } from '../droppedFile';
import type { Session } from './database';
import { createMergingStore, type MergingStore } from './merging';

const toFile = (name: string, content: unknown): DroppedFile => ({
  name,
  arrayBuffer: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(content)).buffer as ArrayBuffer),
});
const [one, two, three] = threeReaderFiles.map((file, i) => toFile(`${i}.json`, file)) as [DroppedFile, DroppedFile, DroppedFile];

let merging: MergingStore;
let sessions: Session[];
let told: (MergedStudy | null)[];

/** A client that works at once, at a desk of its own. */
function createClient(): MergingClient {
  const desk = createMergeDesk();
  const soon = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  return {
    read: (id, name, bytes) => soon(() => desk.read(id, name, bytes)),
    merge: (choice) => soon(() => desk.merge(choice)),
    writeAnswersCsv: (choice) => soon(() => desk.writeAnswersCsv(choice)),
  };
}

beforeEach(() => {
  sessions = [];
  told = [];
  merging = createMergingStore({ client: createClient(), listSessions: () => sessions, onMerged: (merged) => told.push(merged) });
});

const state = () => merging.store.getState();
const statusesOf = () => state().files.map(({ reading }) => reading.status);

/** A session on this computer, of the first reader unless told otherwise. */
const sessionOf = (change: Partial<Session> = {}): Session =>
  ({ study: threeReaderStudy, reader: threeReaderFiles[0]!.reader, isLocked: false, ...change }) as Session;

describe('merging', () => {
  it('reads files that come together and merges them once', async () => {
    await merging.actions.add([one, two, three]);
    expect(statusesOf()).toEqual(['read', 'read', 'read']);
    expect(state()).toMatchObject({ work: 'none', fault: null, merged: { files: { readerCount: 3 } } });
    expect(told).toHaveLength(1);
  });

  it('merges all together where files come while others are read', async () => {
    await Promise.all([merging.actions.add([one, two]), merging.actions.add([three])]);
    expect(state().merged!.files.readerCount).toBe(3);
    expect(state().work).toBe('none');
  });

  it('keeps what was merged where a file is refused', async () => {
    await merging.actions.add([one, two]);
    await merging.actions.add([toFile('x.json', { no: 'answers' })]);
    expect(state().files[2]!.reading).toEqual({
      status: 'refused',
      sentence: 'This is no file of a reader’s answers: such a file is exported in review mode.',
    });
    expect(state().merged!.files.readerCount).toBe(2);
  });

  it('merges anew without a file that is taken away', async () => {
    await merging.actions.add([one, two]);
    await merging.actions.remove(state().files[0]!.id);
    expect(state().merged!.files.readerCount).toBe(1);
    await merging.actions.remove(state().files[0]!.id);
    expect(state().merged).toBeNull();
    expect(told.at(-1)).toBeNull();
  });

  it('tells only of the newest merge where one overtakes another', async () => {
    await merging.actions.add([one, two, three]);
    const [first, second] = state().files;
    await Promise.all([merging.actions.remove(first!.id), merging.actions.remove(second!.id)]);
    expect(told.map((merged) => merged?.files.readerCount)).toEqual([3, 1]);
  });

  it('shows no others’ answers to who still answers the study here', async () => {
    sessions = [sessionOf()];
    await merging.actions.add([one, two]);
    expect(statusesOf()).toEqual(['read', 'refused']);
    expect(state().files[1]!.reading).toMatchObject({
      sentence: 'Your own answers to “Three readers” on this computer are not locked: lock them before you open those of others.',
    });
  });

  it.each([
    ['has locked', sessionOf({ isLocked: true })],
    ['answers another study', sessionOf({ study: { ...threeReaderStudy, contentSha256: 'cd'.repeat(32) } })],
  ])('shows them to who %s', async (_, session) => {
    sessions = [session];
    await merging.actions.add([one, two]);
    expect(statusesOf()).toEqual(['read', 'read']);
  });

  it('keeps decisions whatever is merged', async () => {
    await merging.actions.add([one]);
    merging.actions.decide('morphology/0', { kind: 'prune', note: '' });
    merging.actions.decide('morphology/0', { kind: 'prune', note: 'noise' });
    await merging.actions.add([two]);
    expect([...state().decisions]).toEqual([['morphology/0', { kind: 'prune', note: 'noise' }]]);
  });
});
