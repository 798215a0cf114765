import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../ecg/problem';
import type { ReviewDatabase } from './database';
import { createTestReview } from './fixtures/testReview';
import { createTestStudy } from './fixtures/testStudy';
import { createMemoryDatabase } from './memoryDatabase';
import type { ReviewStore } from './reviewStore';
import { countUnsaved, hasUnsaved } from './selectors';

const study = createTestStudy();
const about = { role: 'cardiologist', years: null };
const scored = (value: 1 | 2 | 3 | 4 | 5) => ({ question: 'clarity', value }) as const;

/** What the browser keeps; it may lose it, and have something else in its place. */
let kept: ReviewDatabase;
/** Thrown instead of the next appends. */
let failures: Error[];
let review: ReviewStore;

beforeEach(() => {
  kept = createMemoryDatabase();
  failures = [];
  const append: ReviewDatabase['append'] = (...wanted) => (failures.length > 0 ? Promise.reject(failures.shift()!) : kept.append(...wanted));
  const database = new Proxy({} as ReviewDatabase, { get: (_, name) => (name === 'append' ? append : kept[name as keyof ReviewDatabase]) });
  review = createTestReview({ database });
});

const stateOf = () => review.store.getState();

describe('an answer that could not be kept', () => {
  it('stays on the page, in its place, and is told', async () => {
    const id = (await review.actions.begin(study, about))!;
    await review.actions.answer(scored(1));
    failures = [new Problem('The browser has no room left.')];
    await review.actions.answer(scored(2));
    expect(stateOf()).toMatchObject({ saving: { status: 'failed', sentence: 'The browser has no room left.' }, open: { savedCount: 1 } });
    expect(stateOf().open?.entries).toHaveLength(2);
    expect([hasUnsaved(stateOf()), countUnsaved(stateOf())]).toEqual([true, 1]);
    expect(await kept.readEntries(id)).toHaveLength(1);
  });

  it('is kept with the next one, and everything is saved again', async () => {
    const id = (await review.actions.begin(study, about))!;
    failures = [new Error('disk')];
    await review.actions.answer(scored(1));
    expect(stateOf().saving).toMatchObject({ status: 'failed', sentence: expect.stringMatching(/disk/) });
    await review.actions.answer(scored(2));
    expect(stateOf()).toMatchObject({ saving: { status: 'saved' }, open: { savedCount: 2 } });
    expect([hasUnsaved(stateOf()), countUnsaved(stateOf())]).toEqual([false, 0]);
    expect(await kept.readEntries(id)).toEqual(stateOf().open?.entries);
  });

  it('is kept when it is tried again', async () => {
    const id = (await review.actions.begin(study, about))!;
    failures = [new Error('disk'), new Error('disk again')];
    await review.actions.answer(scored(1));
    await review.actions.retry();
    expect(stateOf().saving).toMatchObject({ status: 'failed', sentence: expect.stringMatching(/disk again/) });
    await review.actions.retry();
    expect(stateOf().saving).toEqual({ status: 'saved' });
    expect(await kept.readEntries(id)).toHaveLength(1);
    await review.actions.retry();
    expect(await kept.readEntries(id)).toHaveLength(1);
  });

  it('is exported, and survives the review being left and resumed', async () => {
    const id = (await review.actions.begin(study, about))!;
    failures = [new Error('disk')];
    await review.actions.answer(scored(1));
    expect((await review.actions.readLog(id))?.entries).toHaveLength(1);
    review.actions.leave();
    expect(hasUnsaved(stateOf())).toBe(true);
    await review.actions.resume(id);
    expect(stateOf()).toMatchObject({ open: { entries: [{ seq: 0 }], savedCount: 0 } });
  });

  it('of one review is still told while another is saved', async () => {
    await review.actions.begin(study, about);
    failures = [new Error('disk')];
    await review.actions.answer(scored(1));
    await review.actions.begin(study, about);
    await review.actions.answer(scored(2));
    expect(stateOf()).toMatchObject({ saving: { status: 'failed' }, open: { savedCount: 1 } });
    await review.actions.retry();
    expect(stateOf().saving).toEqual({ status: 'saved' });
  });
});

it('writes a review again that the browser lost, and says so', async () => {
  const id = (await review.actions.begin(study, about))!;
  await review.actions.answer(scored(1));
  const empty = createMemoryDatabase();
  kept = empty;
  const page = stateOf().open!.entries;
  await review.actions.answer(scored(2));
  expect(await empty.readEntries(id)).toEqual([...page, expect.objectContaining({ seq: 1 })]);
  expect(stateOf()).toMatchObject({ saving: { status: 'saved' }, notice: { kind: 'restored', count: 2 }, open: { savedCount: 2 } });
});

it('overwrites nothing where the browser has another log in its place', async () => {
  const id = (await review.actions.begin(study, about))!;
  await review.actions.answer(scored(1));
  const other = createMemoryDatabase();
  const { reader } = stateOf().open!;
  await other.createSession({ id, study, reader, exportedCount: 0 }, []);
  const page = createTestReview({ database: other });
  await page.actions.resume(id);
  await page.actions.answer(scored(5));
  const theirs = await other.readEntries(id);
  kept = other;
  await review.actions.answer(scored(2));
  expect(stateOf().saving).toMatchObject({ status: 'failed', sentence: expect.stringMatching(/no longer what this page saved. Export/) });
  expect(await other.readEntries(id)).toEqual(theirs);
  expect(stateOf().open?.entries).toHaveLength(2);
});
