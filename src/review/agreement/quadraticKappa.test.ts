import { describe, expect, it } from 'vitest';
import { agreementFixtures, DIGITS, toPairs } from '../fixtures/agreementFixtures';
import { estimate } from './additiveStatistic';
import { createQuadraticKappa } from './quadraticKappa';

describe('the quadratically weighted kappa', () => {
  it.each(agreementFixtures.quadraticKappa)('equals scikit-learn: $name', ({ pairs, kappa }) => {
    expect(estimate(createQuadraticKappa(toPairs(pairs))).value).toBeCloseTo(kappa, DIGITS);
  });

  it('uses the units with both scores', () => {
    const kappa = createQuadraticKappa([[1, 2], [null, 5], [5, 4], [3, null]]);
    expect(kappa).toMatchObject({ unitCount: 4, usedUnitCount: 2 });
    expect(estimate(kappa)).toEqual(estimate(createQuadraticKappa([[1, 2], [5, 4]])));
  });

  it('says why it has no value', () => {
    expect(estimate(createQuadraticKappa([])).reason).toBe('noPairs');
    expect(estimate(createQuadraticKappa([[null, 3], [2, null]])).reason).toBe('noPairs');
    expect(estimate(createQuadraticKappa([[3, 3], [3, 3], [3, 3]])).reason).toBe('noVariation');
  });
});
