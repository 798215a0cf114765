import { describe, expect, it } from 'vitest';
import type { Manifest } from '../model/manifest';
import { siblingPrototypes } from './siblingPrototypes';

type Prototype = Manifest['prototypes']['rhythm'][number];

const prototype = (record: string, window: [number, number] | null, code = 'LVH'): Prototype => ({
  record,
  classes: [code],
  window,
  recordedSimilarity: 1,
  recomputedSimilarity: 1,
  sourceLabels: [code],
});
const manifest = {
  input: { samplingRateHz: 100 } as Manifest['input'],
  prototypes: {
    rhythm: [prototype('7', null, 'SR'), prototype('8', null, 'AFIB')],
    morphology: [
      prototype('7', [100, 193]),
      prototype('7', [500, 593], 'ISC_'),
      prototype('7', [131, 224], 'IMI'),
      prototype('7', [100, 193], 'AMI'),
      prototype('9', [100, 193]),
    ],
    global: [prototype('7', null, 'NORM'), prototype('9', null, 'DIG')],
  },
};

describe('the other prototypes of a record', () => {
  it('are told with how much of the segment they share, duplicates and the nearest first', () => {
    expect(siblingPrototypes(manifest, { branch: 'morphology', index: 0 })).toEqual([
      { branch: 'morphology', index: 3, classes: ['AMI'], segment: [1, 1.93], overlapSeconds: 0.93, isDuplicate: true },
      { branch: 'morphology', index: 2, classes: ['IMI'], segment: [1.31, 2.24], overlapSeconds: 0.62, isDuplicate: false },
      { branch: 'rhythm', index: 0, classes: ['SR'], segment: null, overlapSeconds: null, isDuplicate: false },
      { branch: 'morphology', index: 1, classes: ['ISC_'], segment: [5, 5.93], overlapSeconds: 0, isDuplicate: false },
      { branch: 'global', index: 0, classes: ['NORM'], segment: null, overlapSeconds: null, isDuplicate: false },
    ]);
  });

  it('of two branches are no duplicates, even where both stand for the whole record', () => {
    const siblings = siblingPrototypes(manifest, { branch: 'rhythm', index: 0 });
    expect(siblings).toHaveLength(5);
    expect(siblings.filter(({ isDuplicate }) => isDuplicate)).toEqual([]);
  });

  it('are none where the record serves once', () => {
    expect(siblingPrototypes(manifest, { branch: 'rhythm', index: 1 })).toEqual([]);
  });
});
