import { expect, it } from 'vitest';
import { toCoverageSentence } from './coverageWords';

it.each([
  [4, 0.634, 0.21, 'These 4 prototypes carry 63 % of what supports CRBBB and 21 % of what opposes it.'],
  [1, 0.004, 0, 'This prototype carries < 1 % of what supports CRBBB and 0 % of what opposes it.'],
  [4, null, 0.5, 'These 4 prototypes carry 50 % of what opposes CRBBB; nothing supports it.'],
  [4, 0.5, null, 'These 4 prototypes carry 50 % of what supports CRBBB; nothing opposes it.'],
  [4, null, null, 'No prototype supports or opposes CRBBB.'],
])('says what %d prototypes carry, %d and %d', (count, supportingShare, opposingShare, sentence) => {
  expect(toCoverageSentence({ count, supportingShare, opposingShare }, 'prototype', 'CRBBB')).toBe(sentence);
});

it('calls them what they are called around it', () => {
  expect(toCoverageSentence({ count: 2, supportingShare: 1, opposingShare: 1 }, 'case', 'SR')).toMatch(/^These 2 cases carry 100 %/);
});
