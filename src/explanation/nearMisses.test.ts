import { describe, expect, it } from 'vitest';
import { findNearMisses } from './nearMisses';
import { thresholdDistance } from './thresholdDistance';

describe('the distance to a threshold', () => {
  it.each([
    [0.75, 0.5, Math.log(3)],
    [0.2, 0.5, -Math.log(4)],
    [0.1, 0.05, Math.log(19 / 9)],
    [0.3, 0.3, 0],
    [0, 0.3, -Infinity],
    [0.3, 1, -Infinity],
    [1, 1, 0],
  ])('of %d to %d is %d logits', (probability, threshold, logits) => {
    expect(thresholdDistance({ probability, threshold })).toBeCloseTo(logits, 12);
  });
});

describe('near misses', () => {
  const codesOf = (statements: readonly (readonly [code: string, probability: number, threshold: number])[]) =>
    findNearMisses(statements.map(([code, probability, threshold]) => ({ code, probability, threshold }))).map(({ code }) => code);

  it('are those with at least half the odds of the threshold, the nearest first, whatever the threshold', () => {
    expect(
      codesOf([
        ['third of 1/2', 0.34, 0.5],
        ['too far', 0.33, 0.5],
        ['predicted', 0.51, 0.5],
        ['at its threshold', 0.5, 0.5],
        ['rare and near', 0.018, 0.02],
        ['rare and too far', 0.0098, 0.02],
        ['never predicted', 0.9999, 1],
      ]),
    ).toEqual(['rare and near', 'third of 1/2']);
  });

  it('are at most five', () => {
    expect(codesOf([0.44, 0.49, 0.45, 0.48, 0.46, 0.47].map((probability) => [String(probability), probability, 0.5]))).toEqual([
      '0.49',
      '0.48',
      '0.47',
      '0.46',
      '0.45',
    ]);
  });
});
