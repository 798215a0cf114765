import { expect, it } from 'vitest';
import { toMovingMean } from './movingMean';
import { findDeviation, findMean, findMedian, findRobustDeviation } from './statistics';

it('finds the middle, also between two', () => {
  expect(findMedian([9, 1, 2])).toBe(2);
  expect(findMedian([4, 1, 3, 2])).toBe(2.5);
  expect(findMedian([])).toBeNaN();
});

it('measures spread with and without regard to outliers', () => {
  expect(findDeviation([1, 2, 3])).toBe(1);
  expect(findDeviation([5])).toBeNaN();
  expect(findRobustDeviation([1, 2, 3, 4, 1000])).toBeCloseTo(1.4826, 10);
  expect(findMean([1, 2, 6])).toBe(3);
});

it('averages over a centred window, over what there is of it at the ends', () => {
  expect([...toMovingMean([1, 2, 3, 4, 10], 3)]).toEqual([1.5, 2, 3, 17 / 3, 7]);
  expect([...toMovingMean([1, 2], 1)]).toEqual([1, 2]);
});
