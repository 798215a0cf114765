import { describe, expect, it } from 'vitest';
import { createRandom } from '../../tools/synthetic/random';
import { createTinyPack, createTinyPrediction } from '../../tools/synthetic/tinyExplainable';
import { timeLedger } from './timeLedger';

const pack = createTinyPack();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the time ledger', () => {
  it('gives every window its part, by hand', () => {
    const { contributions } = timeLedger(pack, createTinyPrediction(), 0);
    expect(contributions).toHaveLength(30);
    contributions.forEach((value, window) => {
      // Weight 1 on the first prototype, −3 on the third; a thirtieth of each window's similarity counts.
      const expected = window === 4 || window === 9 ? 16 / 30 : window === 29 ? 1 / 30 - 3 : 1 / 30;
      expect(value).toBeCloseTo(expected, 12);
    });
    expect(sum(contributions)).toBeCloseTo(-1, 9);
  });

  it('reads the row of its statement', () => {
    const { contributions } = timeLedger(pack, createTinyPrediction(), 1);
    expect(contributions.slice(0, 29)).toEqual(new Array<number>(29).fill(0));
    expect(contributions[29]).toBeCloseTo(-1, 12);
  });

  it('says where each window lies', () => {
    const { windowStartSeconds, windowEndSeconds } = timeLedger(pack, createTinyPrediction(), 0);
    expect([windowStartSeconds[0], windowStartSeconds[1], windowStartSeconds[29]]).toEqual([0, 0.31, 9.06]);
    expect([windowEndSeconds[0], windowEndSeconds[1], windowEndSeconds[29]]).toEqual([0.93, 1.24, 9.99]);
  });

  it('adds up exactly even where the network rounded the mean and the weights are steep', () => {
    const random = createRandom(6);
    const { branches, ...prediction } = createTinyPrediction();
    const windowSimilarity = Float32Array.from({ length: 90 }, () => random.uniform(0, 13));
    const similarity = Float32Array.from([0, 1, 2], (p) => sum([...windowSimilarity.subarray(30 * p, 30 * p + 30)]) / 30);
    const weights = Float32Array.from({ length: 12 }, () => 1000 * random.gaussian());
    const steep = { ...pack, fusion: { ...pack.fusion, weights } };
    const rounded = { ...prediction, branches: { ...branches, morphology: { similarity, windowSimilarity, windowCount: 30 } } };
    const contribution = sum(Array.from(similarity, (value, p) => weights[2 + p] * value));
    expect(Math.abs(contribution)).toBeGreaterThan(100);
    expect(sum(timeLedger(steep, rounded, 0).contributions as number[])).toBeCloseTo(contribution, 9);
  });
});
