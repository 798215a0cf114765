import { expect, it } from 'vitest';
import type { SimilarityDistribution } from '../model/protocol';
import { findAverageEcg } from './averageEcg';

const of = (count: number, mean: number): SimilarityDistribution => ({ count, mean, similarities: [] });
const prototype = (withClass: SimilarityDistribution, without: SimilarityDistribution) => ({ with: withClass, without });
const rest = { morphology: [prototype(of(50, 2), of(150, 1))], global: [prototype(of(0, 0), of(199, 3))] };

it('is the mean over both groups, each counted by its size', () => {
  const average = findAverageEcg({ percents: [], prototypes: { rhythm: [prototype(of(20, 0.75), of(180, 0.25))], ...rest } })!;
  expect(average.similarities.rhythm[0]).toBeCloseTo(0.3, 12);
  expect(average.similarities.morphology).toEqual([1.25]);
  expect(average.similarities.global).toEqual([3]);
  expect(average.ecgCount).toEqual({ fewest: 199, most: 200 });
});

it('is unknown where nobody measured, or measured one prototype on no ECG', () => {
  expect(findAverageEcg(null)).toBeNull();
  expect(findAverageEcg({ percents: [], prototypes: { rhythm: [prototype(of(0, 0), of(0, 0))], ...rest } })).toBeNull();
});
