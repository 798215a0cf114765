import { describe, expect, it } from 'vitest';
import { agreementFixtures, DIGITS, toPairs, toResamples } from '../fixtures/agreementFixtures';
import type { AdditiveStatistic } from './additiveStatistic';
import { bootstrapInterval } from './bootstrap';
import { createFleissKappa } from './fleissKappa';
import { createIcc } from './icc';
import { createKrippendorffAlpha } from './krippendorffAlpha';
import { createQuadraticKappa } from './quadraticKappa';
import type { ScoreTable } from './scoreTable';
import { drawResamples } from './resamples';

const createOrdinalAlpha = (scores: ScoreTable) => createKrippendorffAlpha(scores, 'ordinal');
const statistics: Record<keyof typeof agreementFixtures.bootstrap, (scores: ScoreTable) => AdditiveStatistic> = {
  alpha: createOrdinalAlpha,
  alphaOfFew: createOrdinalAlpha,
  icc: createIcc,
  fleissKappa: createFleissKappa,
  quadraticKappa: (scores) => createQuadraticKappa(toPairs(scores)),
};

describe('the bootstrap interval', () => {
  it.each(Object.keys(statistics) as (keyof typeof statistics)[])(
    'of %s equals that of the reference, computed anew of each resampled table',
    (name) => {
      const { scores, indices, ends, undefinedCount } = agreementFixtures.bootstrap[name];
      const interval = bootstrapInterval(statistics[name](scores), toResamples(indices));
      expect(interval.ends![0]).toBeCloseTo(ends[0]!, DIGITS);
      expect(interval.ends![1]).toBeCloseTo(ends[1]!, DIGITS);
      expect(interval).toMatchObject({ resampleCount: indices.length, undefinedCount });
    },
  );

  it('has no ends where no resample has a value', () => {
    const interval = bootstrapInterval(createOrdinalAlpha([[2, 2], [2, 2]]), drawResamples(2, 1, 50));
    expect(interval).toEqual({ ends: null, resampleCount: 50, undefinedCount: 50 });
    expect(bootstrapInterval(createOrdinalAlpha([]), drawResamples(0, 1, 50)).undefinedCount).toBe(50);
  });

  it('refuses the resamples of another number of units', () => {
    const message = 'Resamples of 2 units do not fit a statistic of 1.';
    expect(() => bootstrapInterval(createIcc([[1, 2]]), drawResamples(2, 1))).toThrow(message);
  });
});
