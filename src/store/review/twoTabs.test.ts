import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../../tools/synthetic/random';
import type { Score } from '../../review/answer';
import { findBrokenLink, toFirstHash } from '../../review/log';
import { createConnection } from './connection';
import { createTestReview } from './fixtures/testReview';
import { createTestStudy } from './fixtures/testStudy';
import { createTestTabs } from './fixtures/testTabs';
import { createIndexedDb } from './indexedDb';
import type { ReviewStore } from './reviewStore';

const study = createTestStudy();
const scored = (value: Score) => ({ question: 'clarity', value }) as const;
const ITEMS = ['rhythm/0', 'rhythm/1', 'morphology/0', 'morphology/1', 'global/0', 'global/1'].map((name) => `rating:${name}`);

let one: ReviewStore;
let two: ReviewStore;
let id: string;

/** Two tabs of a browser on one session; deaf ones do not hear what the other does. */
async function openTabs({ areDeaf = false } = {}): Promise<void> {
  const join = createTestTabs();
  const open = () =>
    createTestReview({ database: createIndexedDb(createConnection()), ...(!areDeaf && { siblings: join() }), now: () => new Date() });
  [one, two] = [open(), open()];
  id = (await one.actions.begin(study, { role: 'cardiologist', years: null }))!;
  await two.actions.openShelf();
  await two.actions.resume(id);
}

const openIn = ({ store }: ReviewStore) => store.getState().open!;
const noticeIn = ({ store }: ReviewStore) => store.getState().notice;
const keptLog = () => createIndexedDb(createConnection()).readEntries(id);
const sees = (tab: ReviewStore, change: object) => vi.waitFor(() => expect(tab.store.getState()).toMatchObject(change));

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

describe('two tabs on one review', () => {
  it('show the same', async () => {
    await openTabs();
    await one.actions.answer(scored(4));
    await sees(two, { open: { entries: [{ seq: 0 }], savedCount: 1 }, shelf: { sessions: [{ entryCount: 1 }] } });
    expect(openIn(two).folded.items.get(ITEMS[0]!)?.answers.clarity).toBe(4);
    await two.actions.answer(scored(2));
    await sees(one, { open: { entries: [{ seq: 0 }, { seq: 1 }], savedCount: 2 } });
    expect(openIn(one).entries).toEqual(openIn(two).entries);
    expect([noticeIn(one), noticeIn(two)]).toEqual([null, null]);
  });

  it('are both locked when one is', async () => {
    await openTabs();
    await one.actions.lock();
    await sees(two, { open: { folded: { isLocked: true } }, shelf: { sessions: [{ isLocked: true }] } });
    await two.actions.answer(scored(2));
    expect(await keptLog()).toHaveLength(1);
  });

  it('see on the shelf what the other begins', async () => {
    await openTabs();
    await one.actions.begin(study, { role: 'resident', years: 2 });
    await vi.waitFor(() => expect(two.store.getState().shelf).toMatchObject({ sessions: [{}, {}] }));
  });
});

describe('a tab that did not hear of the other', () => {
  beforeEach(() => openTabs({ areDeaf: true }));

  it('puts its answer on top of theirs', async () => {
    await one.actions.answer(scored(4));
    two.actions.next();
    await two.actions.answer(scored(2));
    expect(two.store.getState()).toMatchObject({ saving: { status: 'saved' }, notice: null, open: { savedCount: 2 } });
    const kept = await keptLog();
    expect(kept.map(({ event }) => event)).toMatchObject([
      { item: ITEMS[0], answer: { value: 4 } },
      { item: ITEMS[1], answer: { value: 2 } },
    ]);
    expect(openIn(two).entries).toEqual(kept);
    expect(openIn(two)).toMatchObject({ item: { id: ITEMS[1] } });
  });

  it('leaves out its answer to what was answered there, and says so', async () => {
    await one.actions.answer(scored(4));
    await two.actions.answer(scored(2));
    expect(two.store.getState()).toMatchObject({ saving: { status: 'saved' }, notice: { kind: 'overtaken', count: 1 } });
    expect(openIn(two).folded.items.get(ITEMS[0]!)?.answers.clarity).toBe(4);
    expect(await keptLog()).toHaveLength(1);
  });

  it('says that what it was given after the lock is in no log', async () => {
    await one.actions.lock();
    await two.actions.answer(scored(2));
    expect(two.store.getState()).toMatchObject({ notice: { kind: 'closedElsewhere', count: 1 }, open: { folded: { isLocked: true } } });
    expect(await keptLog()).toHaveLength(1);
  });
});

it.each([1, 2, 3])('answered in turn and at once, at random (%i), in two tabs, lose nothing and count nothing twice', async (seed) => {
  await openTabs();
  const { uniform } = createRandom(seed);
  const draw = (end: number) => Math.floor(uniform(0, end));
  const given: string[] = [];
  const savings: Promise<void>[] = [];
  for (let step = 0; step < 60; step++) {
    const tab = [one, two][draw(2)]!;
    // Each tab at items of its own: nothing gives way to the other, so that everything must be there in the end.
    const comment = `${tab === one ? 'one' : 'two'} ${step}`;
    tab.actions.show(ITEMS[(tab === one ? 0 : 3) + draw(3)]!);
    given.push(comment);
    savings.push(tab.actions.answer({ question: 'comment', value: comment }));
    if (draw(3) === 0) await Promise.all(savings);
  }
  await Promise.all(savings);
  const kept = await keptLog();
  const said = kept.flatMap(({ event }) => (event.kind === 'answered' ? [event.answer.value] : []));
  expect([...said].sort()).toEqual([...given].sort());
  expect(findBrokenLink(toFirstHash(study.contentSha256, openIn(one).reader), kept)).toBeUndefined();
  await vi.waitFor(() => expect([openIn(one).entries, openIn(two).entries]).toEqual([kept, kept]));
});
