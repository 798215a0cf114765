import { expect, it } from 'vitest';
import { compareReaders } from './compareReaders';

it('compares each reader with each other on the units that both rated', () => {
  const pairs = compareReaders([
    [1, 1, 5],
    [2, 2, 4],
    [4, 4, 2],
    [5, null, 1],
  ]);
  expect(pairs.map(({ one, other, pairCount }) => [one, other, pairCount])).toEqual([
    [0, 1, 3],
    [0, 2, 4],
    [1, 2, 3],
  ]);
  expect(pairs[0]!.quadraticKappa.value).toBe(1);
  expect(pairs[1]!.quadraticKappa.value).toBe(-1);
  expect(pairs[2]!.quadraticKappa.value).toBeLessThan(0);
});

it('compares nobody where there are fewer than two', () => {
  expect(compareReaders([])).toEqual([]);
  expect(compareReaders([[3], [4]])).toEqual([]);
});
