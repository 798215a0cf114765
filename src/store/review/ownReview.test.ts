import { beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../review/answer';
import { createOwnStudy } from '../../review/ownStudy';
import { sealStudy } from '../../review/sealStudy';
import { createTestPack } from '../fixtures/testPack';
import type { ReviewDatabase } from './database';
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
