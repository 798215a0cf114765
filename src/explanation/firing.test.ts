import { describe, expect, it } from 'vitest';
import { perBranch } from '../model/branch';
import type { SimilarityDistribution, SimilarityReference } from '../model/protocol';
import { findFiring } from './firing';

const KEY = { branch: 'morphology', index: 0 } as const;

function createReference(
  carrying: SimilarityDistribution,
  others: SimilarityDistribution,
  percents = [5, 25, 50, 75, 95],
): SimilarityReference {
  return { percents, prototypes: perBranch(() => [{ with: carrying, without: others }]) };
}
const carrying = { count: 40, mean: 8, similarities: [6, 8, 9, 10, 11] };

describe('how often a prototype fires', () => {
  it('is the share of ECGs without its class below the median of those with it', () => {
    const others = { count: 900, mean: 4, similarities: [1, 2, 4, 8, 10] };
    expect(findFiring(createReference(carrying, others), KEY)).toEqual({
      medianSimilarity: 9,
      count: 40,
      among: { kind: 'within', percent: 85, count: 900 },
    });
  });

  it('takes a median that is not listed from its neighbours', () => {
    const reference = createReference({ count: 40, mean: 8, similarities: [6, 10] }, { count: 900, mean: 4, similarities: [1, 9] }, [40, 80]);
    const firing = findFiring(reference, KEY)!;
    expect(firing.medianSimilarity).toBe(7);
    expect(firing.among).toEqual({ kind: 'within', percent: 70, count: 900 });
  });

  it('says when the median lies beyond all that is known of the others', () => {
    expect(findFiring(createReference(carrying, { count: 900, mean: 4, similarities: [1, 2, 3, 4, 5] }), KEY)!.among).toEqual({
      kind: 'above',
      percent: 95,
      count: 900,
    });
  });

  it('is unknown without a reference, with too few ECGs of its class, or without a median', () => {
    const others = { count: 900, mean: 4, similarities: [1, 2, 4, 8, 10] };
    expect(findFiring(null, KEY)).toBeNull();
    expect(findFiring(createReference({ ...carrying, count: 19 }, others), KEY)).toBeNull();
    expect(findFiring(createReference({ count: 40, mean: 8, similarities: [1] }, { count: 900, mean: 4, similarities: [1] }, [75]), KEY)).toBeNull();
    expect(findFiring(createReference(carrying, { ...others, count: 19 }), KEY)!.among).toEqual({ kind: 'tooFew', count: 19 });
  });
});
