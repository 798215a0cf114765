import { describe, expect, it } from 'vitest';
import { CANNOT_JUDGE, type Score } from '../answer';
import { agreementFixtures } from '../fixtures/agreementFixtures';
import { describeAnswers } from './describeAnswers';

describe('answers to one question', () => {
  it.each(agreementFixtures.describe)('have the mean and sample deviation of NumPy: $name', ({ scores, mean, standardDeviation }) => {
    const found = describeAnswers([...(scores as Score[]), null, CANNOT_JUDGE]);
    expect(found.count).toBe(scores.length);
    expect(found.mean).toBeCloseTo(mean, 10);
    if (standardDeviation === null) expect(found.standardDeviation).toBeNull();
    else expect(found.standardDeviation).toBeCloseTo(standardDeviation, 10);
  });

  it('are counted score by score; who cannot judge is counted apart, and who did not answer not at all', () => {
    expect(describeAnswers([5, 1, CANNOT_JUDGE, null, 5, 4, CANNOT_JUDGE])).toMatchObject({
      count: 4,
      cannotJudgeCount: 2,
      histogram: [1, 0, 0, 1, 2],
      mean: 3.75,
    });
  });

  it('have no mean without scores', () => {
    expect(describeAnswers([CANNOT_JUDGE, null])).toEqual({
      count: 0,
      cannotJudgeCount: 1,
      mean: null,
      standardDeviation: null,
      histogram: [0, 0, 0, 0, 0],
    });
  });
});
