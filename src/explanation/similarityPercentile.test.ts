import { describe, expect, it } from 'vitest';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { explainStatement } from './explainStatement';
import { findSimilarityPercentiles, similarityPercentile } from './similarityPercentile';

const PERCENTS = [1, 5, 25, 50, 75, 95, 99];

describe('the percentile of a similarity', () => {
  const many = { count: 300, similarities: [2, 3, 5, 6, 8, 10, 11] };
  it.each([
    [3, 5],
    [4, 15],
    [5.25, 31.25],
    [6, 50],
    [9.5, 90],
    [2, 1],
    [11, 99],
  ])('of %d is %d, linear between the known ones', (similarity, percent) => {
    expect(similarityPercentile(similarity, many, PERCENTS)).toEqual({ kind: 'within', percent, count: 300 });
  });

  it('is told as beyond the known ones, never extrapolated', () => {
    expect(similarityPercentile(1.99, many, PERCENTS)).toEqual({ kind: 'below', percent: 1, count: 300 });
    expect(similarityPercentile(11.01, many, PERCENTS)).toEqual({ kind: 'above', percent: 99, count: 300 });
  });

  it('counts only ECGs that are less similar where many are equally so', () => {
    const crowded = { count: 300, similarities: [2, 4, 4, 4, 4, 4, 5] };
    expect(similarityPercentile(4, crowded, PERCENTS)).toMatchObject({ kind: 'within', percent: 5 });
    expect(similarityPercentile(4.5, crowded, PERCENTS)).toMatchObject({ kind: 'within', percent: 97 });
    expect(similarityPercentile(4, { count: 300, similarities: new Array<number>(7).fill(4) }, PERCENTS)).toMatchObject({ percent: 1 });
  });

  it('is not told of fewer than 20 ECGs', () => {
    expect(similarityPercentile(6, { ...many, count: 19 }, PERCENTS)).toEqual({ kind: 'tooFew', count: 19 });
    expect(similarityPercentile(6, { ...many, count: 20 }, PERCENTS)).toMatchObject({ kind: 'within', percent: 50 });
    expect(similarityPercentile(6, { count: 0, similarities: new Array<number>(7).fill(0) }, PERCENTS)).toEqual({ kind: 'tooFew', count: 0 });
  });
});

describe('a prototype’s percentiles', () => {
  const pack = createTestPack();
  const { contributions } = explainStatement(pack, createTestPrediction(pack), 0);
  const second = contributions.find(({ branch, index }) => branch === 'morphology' && index === 1)!;
  const unlike = { with: { count: 0, mean: 0, similarities: [0, 0] }, without: { count: 0, mean: 0, similarities: [0, 0] } };

  it('are those of its own branch and index', () => {
    const own = { with: { count: 40, mean: 3, similarities: [1, 5] }, without: { count: 400, mean: 1, similarities: [0, 2] } };
    const prototypes = { rhythm: [unlike, unlike], morphology: [unlike, own], global: [unlike, unlike] };
    expect(second.similarity).toBe(2);
    expect(findSimilarityPercentiles({ percents: [10, 90], prototypes }, second)).toEqual({
      with: { kind: 'within', percent: 30, count: 40 },
      without: { kind: 'within', percent: 90, count: 400 },
    });
  });

  it('are null where the pack has no reference', () => {
    expect(findSimilarityPercentiles(null, second)).toBeNull();
  });
});
