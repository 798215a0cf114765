import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { findVotedBad, toReadersRatings } from './readersRatings';

it('finds the prototypes that more than half of those who judged them call bad', () => {
  const rating = (prototype: string, bad: number, readers: number) => ({ prototype, scores: {}, best: 0, bad, opinions: Array(readers).fill(null) });
  const ratings = toReadersRatings('a pack', [rating('global/1', 2, 3), rating('rhythm/0', 1, 2), rating('rhythm/1', 1, 1), rating('morphology/0', 0, 0)]);
  expect(findVotedBad(createTestPack().manifest, ratings)).toEqual([{ branch: 'rhythm', index: 1 }, { branch: 'global', index: 1 }]);
});
