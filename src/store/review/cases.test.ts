import { beforeEach, expect, it } from 'vitest';
import { createTestReadingStudy } from '../../review/fixtures/testReadingStudy';
import { createTestReview } from './fixtures/testReview';
import type { ReviewStore } from './reviewStore';

let review: ReviewStore;
let clock: number;

beforeEach(async () => {
  clock = 0;
  review = createTestReview({ watchMs: () => clock });
  await review.actions.begin(createTestReadingStudy([['SR'], ['AFIB'], null]), { role: 'resident', years: 3 });
});

const open = () => {
  const state = review.store.getState().open;
  if (state?.kind !== 'reading') throw new Error('No reading study is open.');
  return state;
};
const events = () => open().entries.map(({ event, elapsedMs }) => [event.kind === 'read' ? `${event.item} ${event.stage}` : event.kind, elapsedMs]);
const everywhere = () => true;

it('begins with no ECG shown, and shows the next of those that are here', () => {
  expect(open().place).toBeNull();
  review.actions.nextCase((place) => place > 0);
  expect(open().place).toBe(1);
  review.actions.closeCase();
  expect(open().place).toBeNull();
  review.actions.nextCase(() => false);
  expect(open().place).toBeNull();
});

it('takes each reading when it is asked for, once, timed from what was shown', async () => {
  const { read, nextCase, beginTiming } = review.actions;
  await read({ stage: 'first', statements: ['SR'], confidence: 3 });
  nextCase(everywhere);
  await read({ stage: 'final', statements: ['SR'], confidence: 3 });
  expect(events()).toEqual([]);
  clock = 1000;
  beginTiming();
  clock = 5000;
  await read({ stage: 'first', statements: ['SR'], confidence: 3 });
  await read({ stage: 'first', statements: ['AFIB'], confidence: 5 });
  clock = 7500;
  await read({ stage: 'final', statements: [], confidence: 4, predicted: ['SR'] });
  await read({ stage: 'final', statements: ['SR'], confidence: 1 });
  expect(events()).toEqual([['case:0 first', 4000], ['case:0 final', 2500]]);
});

it('puts an ECG aside and comes back to it when no others are left', async () => {
  const { read, nextCase, putCaseAside } = review.actions;
  await putCaseAside();
  expect(events()).toEqual([]);
  nextCase(everywhere);
  await putCaseAside();
  for (const place of [1, 2]) {
    nextCase(everywhere);
    expect(open().place).toBe(place);
    await read({ stage: 'first', statements: ['SR'], confidence: 3 });
    await read({ stage: 'final', statements: ['SR'], confidence: 3 });
  }
  nextCase(everywhere);
  expect(open().place).toBe(0);
});
