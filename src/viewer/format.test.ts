import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatError,
  formatLogit,
  formatNumber,
  formatProbability,
  formatSeconds,
  formatMilliseconds,
  formatShare,
  formatWeight,
  formatSign,
  formatSimilarity,
  formatSpan,
  formatTick,
} from './format';

describe('formatProbability', () => {
  test.each([
    [0.1934, '19 %'],
    [0.052, '5.2 %'],
    [0.0523, '5.2 %'],
    [0.0999, '10 %'],
    [0.00517, '0.52 %'],
    [0.987, '99 %'],
    [0.9901, '> 99 %'],
    [1, '> 99 %'],
    [0.0009, '< 0.1 %'],
    [0, '< 0.1 %'],
  ])('writes %d with two significant digits as %s', (probability, text) => {
    expect(formatProbability(probability)).toBe(text);
  });

  test('gives more digits where two would hide on which side of the threshold it lies', () => {
    expect(formatProbability(0.4987, 0.5)).toBe('49.9 %');
    expect(formatProbability(0.49996, 0.5)).toBe('49.996 %');
    expect(formatProbability(0.5, 0.5)).toBe('50 %');
    expect(formatProbability(0.19, 0.5)).toBe('19 %');
  });

  test('refuses what is no probability', () => {
    expect(() => formatProbability(1.2)).toThrow(RangeError);
    expect(() => formatProbability(Number.NaN)).toThrow(RangeError);
  });
});

test('a logit has its sign, a true minus, and no sign where it rounds to zero', () => {
  expect(formatLogit(0.449)).toBe('+0.45');
  expect(formatLogit(-1.43)).toBe('−1.43');
  expect(formatLogit(0.004)).toBe('0.00');
  expect(formatLogit(-0.004)).toBe('0.00');
  expect(formatLogit(1234567.891)).toBe('+1,234,567.89');
  expect(formatLogit(-1431.2)).toBe('−1,431.20');
  expect(formatLogit(-999.994)).toBe('−999.99');
});

test('a number on an axis has thousands separated and no more decimals than it needs', () => {
  expect([0, 2.5, -0.125, -1500, 12000.5].map(formatTick)).toEqual(['0', '2.5', '−0.13', '−1,500', '12,000.5']);
});

test('the sign of a contribution in words', () => {
  expect([0.005, -0.006, 0.0049, -0.0049, 0].map(formatSign)).toEqual([
    'supports',
    'opposes',
    'neutral to',
    'neutral to',
    'neutral to',
  ]);
});

test('a shift in time and a weight have their sign', () => {
  expect(formatMilliseconds(0.0244)).toBe('+24 ms');
  expect(formatMilliseconds(-0.008)).toBe('−8 ms');
  expect(formatMilliseconds(0.0002)).toBe('0 ms');
  expect(formatWeight(0.33714)).toBe('+0.337');
  expect(formatWeight(-0.2)).toBe('−0.200');
});

test('similarities, shares, times, counts and errors', () => {
  expect(formatSimilarity(1.874)).toBe('1.87');
  expect(formatSimilarity(-0.2)).toBe('−0.20');
  expect(formatShare(0.144)).toBe('14 %');
  expect(formatShare(0.003)).toBe('< 1 %');
  expect(formatShare(0)).toBe('0 %');
  expect(formatSeconds(0.93)).toBe('0.93 s');
  expect(formatSpan(3.16, 4.09)).toBe('3.16–4.09 s');
  expect(formatNumber(12.5)).toBe('12.5');
  expect(formatNumber(-3)).toBe('−3');
  expect(formatCount(1037)).toBe('1,037');
  expect(formatError(2.1e-7)).toBe('2e-7');
  expect(formatError(0)).toBe('0');
});
