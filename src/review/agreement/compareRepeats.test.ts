import { describe, expect, it } from 'vitest';
import { compareRepeats } from './compareRepeats';

describe('a reader who sees units again', () => {
  it('is compared with what that reader said before', () => {
    const repeats = compareRepeats([[1, 1], [5, 3], [2, null], [4, 5], [null, null], [2, 2]]);
    expect(repeats).toMatchObject({ pairCount: 4, exactShare: 0.5, meanAbsoluteDifference: 0.75 });
    // Observed squares 0 + 4 + 1 + 0 in 4 pairs; expected: those of every first with every second score, in 16.
    const [first, again] = [[1, 5, 4, 2], [1, 3, 5, 2]];
    const squares = first.flatMap((one) => again.map((other) => (one - other) ** 2));
    const expected = squares.reduce((sum, square) => sum + square, 0) / 16;
    expect(repeats.quadraticKappa.value).toBeCloseTo(1 - 5 / 4 / expected, 12);
  });

  it('repeats exactly without saying more than chance where all scores are alike', () => {
    expect(compareRepeats([[4, 4], [4, 4]])).toEqual({
      pairCount: 2,
      exactShare: 1,
      meanAbsoluteDifference: 0,
      quadraticKappa: { value: null, reason: 'noVariation' },
    });
  });

  it('has no numbers where nothing was repeated', () => {
    expect(compareRepeats([[4, null]])).toEqual({
      pairCount: 0,
      exactShare: null,
      meanAbsoluteDifference: null,
      quadraticKappa: { value: null, reason: 'noPairs' },
    });
  });
});
