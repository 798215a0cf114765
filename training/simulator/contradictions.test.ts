import { describe, expect, it } from 'vitest';
import { findContradiction } from './contradictions';

describe('findContradiction', () => {
  it.each([
    [
      ['AFIB', 'CRBBB', 'SR'],
      ['AFIB', 'SR'],
    ],
    [
      ['NORM', 'SR', 'IMI'],
      ['NORM', 'IMI'],
    ],
    [
      ['IMI', 'NORM'],
      ['IMI', 'NORM'],
    ],
    [
      ['AFIB', '1AVB'],
      ['AFIB', '1AVB'],
    ],
    [
      ['LAO/LAE', 'AFLT'],
      ['LAO/LAE', 'AFLT'],
    ],
    [
      ['STACH', 'SBRAD'],
      ['STACH', 'SBRAD'],
    ],
    [
      ['CLBBB', 'SR', 'CRBBB'],
      ['CLBBB', 'CRBBB'],
    ],
  ])('names the pair in %j', (statements, pair) => {
    expect(findContradiction(statements)).toEqual(pair);
  });

  it.each([
    [['AFIB', 'CRBBB', 'LVH', 'PVC']],
    [['NORM', 'SR']],
    [['NORM', 'SBRAD']],
    [['SR', 'CRBBB', 'LAFB', '1AVB', 'IMI']],
    [[]],
  ])('finds none in %j', (statements) => {
    expect(findContradiction(statements)).toBeUndefined();
  });
});
