import { beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../review/answer';
import { createOwnStudy, OWN_ROLE } from '../../review/ownStudy';
import { sealStudy } from '../../review/sealStudy';
import { createTestPack } from '../fixtures/testPack';
import { type ReviewDatabase, toSessionId } from './database';
import { createSkips, createTestLog } from './fixtures/testLog';
import { createTestReview } from './fixtures/testReview';
import { createMemoryDatabase } from './memoryDatabase';
import { findOwnLog } from './selectors';

const pack = createTestPack();
const item = 'rating:morphology/0';
const clear: Answer = { question: 'clarity', value: 5 };
const best: Answer = { question: 'mark', value: 'best' };

let database: ReviewDatabase;

beforeEach(() => {
  database = createMemoryDatabase();
});

function openTab() {
  const { store, actions } = createTestReview({ database });
  const answersOf = (id: string) => findOwnLog(store.getState(), pack.sha256)?.folded.items.get(id)?.answers;
  return { store, actions, answersOf };
}

it('begins nothing by looking, and one review with the first answers, even where two are given at once', async () => {
  const { store, actions, answersOf } = openTab();
  await actions.loadOwn(pack);
  expect(store.getState().own).toEqual({ [pack.sha256]: null });
  expect(await database.listSessions()).toEqual([]);
  await Promise.all([
    actions.answerOwn(pack, item, clear),
    actions.answerOwn(pack, item, { question: 'comment', value: 'Tall R waves.' }),
  ]);
  expect(await database.listSessions()).toMatchObject([{ reader: { role: 'reader', years: null }, entryCount: 2, isLocked: false }]);
  expect(answersOf(item)).toMatchObject({ clarity: 5, comment: 'Tall R waves.' });
});

it('finds the answers again in another tab, of this pack only, and leaves open what is open', async () => {
  await openTab().actions.answerOwn(pack, item, clear);
  const { store, actions, answersOf } = openTab();
  await actions.loadOwn(pack);
  expect(answersOf(item)).toMatchObject({ clarity: 5 });
  const other = 'f'.repeat(64);
  await actions.loadOwn({ ...pack, sha256: other });
  expect(findOwnLog(store.getState(), other)).toBeUndefined();
  expect(store.getState().open).toBeNull();
});

it('takes nothing that was said in a study of the same pack', async () => {
  const { store, actions } = openTab();
  const study = sealStudy({ ...createOwnStudy(pack.manifest, pack.sha256), title: 'A blinded study', isClassHidden: true });
  await actions.begin(study, { role: 'reader', years: null });
  await actions.answer({ question: 'class', value: 'LVH' }, best);
  await actions.loadOwn(pack);
  expect(findOwnLog(store.getState(), pack.sha256)).toBeUndefined();
});

it('keeps one best a class, and says so in the log', async () => {
  const { store, actions, answersOf } = openTab();
  await actions.answerOwn(pack, item, best);
  await actions.answerOwn(pack, 'rating:rhythm/0', best);
  await actions.answerOwn(pack, 'rating:morphology/1', best);
  expect([item, 'rating:rhythm/0', 'rating:morphology/1'].map((id) => answersOf(id)!.mark)).toEqual([null, 'best', 'best']);
  const events = findOwnLog(store.getState(), pack.sha256)!.entries.slice(2).map(({ event }) => event);
  expect(events).toEqual([
    { kind: 'answered', item, answer: { question: 'mark', value: null } },
    { kind: 'answered', item: 'rating:morphology/1', answer: best },
  ]);
});

it('is begun and opened once, and resumed ever after', async () => {
  const { store, actions } = openTab();
  const id = await actions.openOwn(pack);
  expect(store.getState().open).toMatchObject({ id, reader: { role: OWN_ROLE, years: null }, item: { id: 'rating:rhythm/0' } });
  await actions.answer(clear);
  expect(await actions.openOwn(pack)).toBe(id);
  const later = openTab();
  expect(await later.actions.openOwn(pack)).toBe(id);
  expect(later.store.getState().open?.entries).toHaveLength(1);
  expect(await later.actions.openOwn({ ...pack, sha256: 'f'.repeat(64) })).not.toBe(id);
  expect(await database.listSessions()).toHaveLength(2);
});

it('shows in the open review what is answered in read mode, and leaves it where it is', async () => {
  const { store, actions } = openTab();
  await actions.openOwn(pack);
  await actions.answerOwn(pack, item, clear);
  expect(store.getState().open).toMatchObject({ entries: [{ seq: 0, elapsedMs: 0 }], savedCount: 1, item: { id: 'rating:rhythm/0' } });
});

it('is the longest where there are several', async () => {
  const study = createOwnStudy(pack.manifest, pack.sha256);
  for (const [digit, count] of [['1', 2], ['2', 4], ['3', 0]] as const) {
    const reader = { id: digit.repeat(16), role: OWN_ROLE, years: null };
    const session = { id: toSessionId(study, reader), study, reader, exportedCount: 0 };
    await database.createSession(session, createTestLog(study, createSkips(count), reader));
  }
  const { store, actions } = openTab();
  await actions.openOwn(pack);
  expect(store.getState().open?.reader.id).toBe('2'.repeat(16));
});

it('is not begun anew where the browser cannot tell whether there is one', async () => {
  const { store, actions } = createTestReview({ database: { ...database, listSessions: () => Promise.reject(new Error('busy')) } });
  expect(await actions.openOwn(pack)).toBeNull();
  await actions.answerOwn(pack, item, clear);
  expect(store.getState().notice).toMatchObject({ kind: 'failed', sentence: expect.stringMatching(/busy/) });
  expect(await database.listSessions()).toEqual([]);
});
