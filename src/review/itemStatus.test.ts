import { expect, it } from 'vitest';
import { UNTOUCHED } from './foldLog';
import { createTestStudy } from './fixtures/testReview';
import { findItemStatus } from './itemStatus';

const study = createTestStudy({ isClassHidden: true });
const { answers } = UNTOUCHED;

it('says how far an item is', () => {
  expect(findItemStatus(study, UNTOUCHED)).toBe('open');
  expect(findItemStatus(study, { ...UNTOUCHED, answers: { ...answers, comment: 'Tall T' } })).toBe('begun');
  expect(findItemStatus(study, { ...UNTOUCHED, answers: { ...answers, class: 'LVH' } })).toBe('begun');
  expect(findItemStatus(study, { ...UNTOUCHED, isSkipped: true, answers: { ...answers, class: 'LVH' } })).toBe('skipped');
  const rated = { ...answers, representativeness: 4, clarity: 'cannotJudge' } as const;
  expect(findItemStatus(study, { ...UNTOUCHED, answers: rated })).toBe('begun');
  expect(findItemStatus(study, { ...UNTOUCHED, isSkipped: true, answers: { ...rated, class: 'LVH' } })).toBe('done');
});
