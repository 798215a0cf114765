import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrokenLink, toFirstHash } from '../../review/log';
import type { ReviewDatabase } from './database';
import { createTestReview } from './fixtures/testReview';
import { createTestStudy } from './fixtures/testStudy';
import { createMemoryDatabase } from './memoryDatabase';
import type { ReviewStore } from './reviewStore';

const study = createTestStudy();
const clear = { question: 'clarity', value: 5 } as const;
const typical = { question: 'representativeness', value: 4 } as const;

let database: ReviewDatabase;
let watchMs: number;
let time: string;
let review: ReviewStore;

/** The page, over the same database each time. */
const openPage = (): ReviewStore => createTestReview({ database, watchMs: () => watchMs, now: () => new Date(time) });
const stateOf = ({ store }: ReviewStore) => store.getState();
const openIn = (page: ReviewStore) => {
  const { open } = stateOf(page);
  if (open?.kind !== 'prototypes') throw new Error('No study of prototypes is open.');
  return open;
};

beforeEach(() => {
  [database, watchMs, time] = [createMemoryDatabase(), 0, '2026-03-01T09:00:00.000Z'];
  review = openPage();
});

describe('a review', () => {
  it('begins at the first item, and is on the shelf', async () => {
    const id = await review.actions.begin(study, { role: 'cardiologist', years: 12 });
    expect(openIn(review)).toMatchObject({ id, entries: [], savedCount: 0, item: { id: 'rating:rhythm/0' } });
    expect(stateOf(review).shelf).toMatchObject({ status: 'ready', sessions: [{ id, entryCount: 0 }], studies: [study] });
  });

  it('has each answer in its log, with the time it took, chained and kept', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    watchMs = 1500;
    await review.actions.answer(typical);
    [watchMs, time] = [1900.4, '2026-03-01T09:00:02.000Z'];
    await review.actions.answer(clear);
    const entries = await database.readEntries(id);
    expect(entries.map(({ seq, elapsedMs, time: at }) => [seq, elapsedMs, at])).toEqual([
      [0, 1500, '2026-03-01T09:00:00.000Z'],
      [1, 400, '2026-03-01T09:00:02.000Z'],
    ]);
    const { reader } = openIn(review);
    expect(findBrokenLink(toFirstHash(study.contentSha256, reader), entries)).toBeUndefined();
    expect(openIn(review)).toMatchObject({ entries, savedCount: 2 });
    expect(stateOf(review)).toMatchObject({ saving: { status: 'saved' }, shelf: { sessions: [{ entryCount: 2 }] } });
  });

  it('says “saved” only when the database has it', async () => {
    await review.actions.begin(study, { role: 'cardiologist', years: null });
    const saved = review.actions.answer(clear);
    expect(stateOf(review)).toMatchObject({ saving: { status: 'saving' }, open: { savedCount: 0, entries: [{ seq: 0 }] } });
    await saved;
    expect(stateOf(review)).toMatchObject({ saving: { status: 'saved' }, open: { savedCount: 1 } });
  });

  it('keeps what is answered faster than it can be saved, in order', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await Promise.all([1, 2, 3, 4, 5].map((value) => review.actions.answer({ question: 'clarity', value: value as 1 })));
    const entries = await database.readEntries(id);
    expect(entries.map(({ event }) => (event.kind === 'answered' ? event.answer.value : null))).toEqual([1, 2, 3, 4, 5]);
    expect(stateOf(review)).toMatchObject({ saving: { status: 'saved' }, open: { savedCount: 5 } });
  });

  it('resumes at an item that was left in the middle, and after one that is complete', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await review.actions.answer(clear, typical);
    review.actions.next();
    await review.actions.answer(clear);
    let later = openPage();
    expect(await later.actions.resume(id)).toBe(id);
    expect(openIn(later).item?.id).toBe('rating:rhythm/1');
    await later.actions.answer(typical);
    later = openPage();
    await later.actions.resume(id);
    expect(openIn(later).item?.id).toBe('rating:morphology/0');
  });

  it('goes back and forth, skips and takes back', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await review.actions.answer(clear);
    await review.actions.skip();
    expect(openIn(review).item?.id).toBe('rating:rhythm/1');
    review.actions.previous();
    expect(openIn(review).item?.id).toBe('rating:rhythm/0');
    review.actions.show('rating:global/1');
    review.actions.show('rating:nowhere/1');
    expect(openIn(review).item?.id).toBe('rating:global/1');
    await review.actions.undo();
    expect(openIn(review)).toMatchObject({ item: { id: 'rating:rhythm/0' }, folded: { undoable: { seq: 0 } } });
    await review.actions.undo();
    expect(openIn(review).folded.undoable).toBeNull();
    await review.actions.undo();
    expect((await database.readEntries(id)).map(({ event }) => event.kind)).toEqual(['answered', 'skipped', 'undone', 'undone']);
  });

  it('takes nothing more once it is locked', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await review.actions.answer(clear);
    await review.actions.lock();
    await review.actions.answer(typical);
    await review.actions.undo();
    await review.actions.skip();
    expect((await database.readEntries(id)).map(({ event }) => event.kind)).toEqual(['answered', 'locked']);
    expect(stateOf(review)).toMatchObject({ saving: { status: 'saved' }, shelf: { sessions: [{ isLocked: true }] } });
  });

  it('that is not here is told, and so is one whose log was changed', async () => {
    expect(await review.actions.resume('nowhere')).toBeNull();
    expect(stateOf(review)).toMatchObject({ open: null, notice: { kind: 'noSuchReview' } });
    review.actions.dismissNotice();
    expect(stateOf(review).notice).toBeNull();

    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await review.actions.answer(clear);
    await review.actions.answer(typical);
    const changed = { ...database, readEntries: async () => (await database.readEntries(id)).map((entry) => ({ ...entry, elapsedMs: entry.seq })) };
    const later = createTestReview({ database: changed });
    expect(await later.actions.resume(id)).toBeNull();
    expect(stateOf(later)).toMatchObject({ open: null, notice: { kind: 'damaged', title: 'Six prototypes', entry: 2 } });
  });

  it('asks the browser to keep what it has, once it begins, and believes its answer', async () => {
    const answers = [false, true];
    const page = createTestReview({ askToPersist: () => Promise.resolve(answers.shift()!) });
    expect(stateOf(page).isPersistent).toBeNull();
    for (const expected of [false, true, true]) {
      await page.actions.begin(study, { role: 'cardiologist', years: null });
      await vi.waitFor(() => expect(stateOf(page).isPersistent).toBe(expected));
    }
  });
});

describe('exporting', () => {
  it('has all of a log, and is remembered', async () => {
    const id = (await review.actions.begin(study, { role: 'cardiologist', years: null }))!;
    await review.actions.answer(clear);
    review.actions.leave();
    expect((await openPage().actions.readLog(id))?.entries).toEqual(await database.readEntries(id));
    await review.actions.noteExport(id, 1);
    expect(stateOf(review).shelf).toMatchObject({ sessions: [{ exportedCount: 1, unexportedSince: null }] });
  });
});
