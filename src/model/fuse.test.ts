import { describe, expect, it } from 'vitest';
import { fuse } from './fuse';

describe('the fusion layer', () => {
  it('adds the weighted similarities to the bias, statement by statement', () => {
    const fusion = { weights: Float32Array.of(1, -2, 0.5, 0, 4, -1), bias: Float32Array.of(0.25, -8) };
    const { logits, probabilities } = fuse(fusion, Float32Array.of(2, 1, 4));
    expect([...logits]).toEqual([2.25, -8]);
    expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-2.25)), 7);
    expect(probabilities[1]).toBeCloseTo(1 / (1 + Math.exp(8)), 7);
  });

  it('gives one half at a logit of 0 and stays within 0 and 1 at the ends', () => {
    const { probabilities } = fuse({ weights: Float32Array.of(0, 1000, -1000), bias: new Float32Array(3) }, Float32Array.of(5));
    expect([...probabilities]).toEqual([0.5, 1, 0]);
  });

  it('sums in float64: steep terms that cancel leave the small one', () => {
    const { logits } = fuse({ weights: Float32Array.of(16777216, 1, -16777216), bias: new Float32Array(1) }, Float32Array.of(1, 1, 1));
    expect(logits[0]).toBe(1);
  });

  it('never makes a number of NaN', () => {
    const { logits, probabilities } = fuse({ weights: Float32Array.of(0), bias: Float32Array.of(1) }, Float32Array.of(Number.NaN));
    expect([logits[0], probabilities[0]]).toEqual([Number.NaN, Number.NaN]);
  });
});
