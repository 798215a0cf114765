import { expect, it } from 'vitest';
import { createTestReadingStudy, createTestStudy, TEST_TRAINING } from './fixtures/testReview';
import { findStudyLength } from './studyLength';

it('counts what each reader is asked, repeats and training included', () => {
  const study = createTestStudy({
    count: 10,
    repeatShare: 0.2,
    training: TEST_TRAINING,
    planted: [{ prototype: 'morphology/50', classes: ['C0'], trueClasses: ['C9'] }],
  });
  // 0.2 of the eleven that are rated or planted, rounded.
  expect(findStudyLength(study)).toEqual({
    count: 15,
    kinds: { training: 2, rating: 10, planted: 1, repeat: 2 },
    seconds: 15 * 40,
  });
});

it('counts an ECG of a reading study once, for both readings', () => {
  expect(findStudyLength(createTestReadingStudy())).toEqual({ count: 3, kinds: null, seconds: 3 * 120 });
});
