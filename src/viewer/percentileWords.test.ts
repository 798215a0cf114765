import { expect, it } from 'vitest';
import type { SimilarityPosition } from '../explanation/similarityPercentile';
import { toPercentileSentence } from './percentileWords';

const without: SimilarityPosition = { kind: 'within', percent: 97.2, count: 5432 };
const carrying: SimilarityPosition = { kind: 'within', percent: 40, count: 87 };

it.each<[string, SimilarityPosition, SimilarityPosition, readonly string[], string]>([
  [
    'both',
    without,
    carrying,
    ['CRBBB'],
    'Higher than in 97 % of 5,432 ECGs without CRBBB and in 40 % of 87 with it (held-out ECGs of the model).',
  ],
  [
    'beyond the known percentiles',
    { kind: 'above', percent: 99, count: 5432 },
    { kind: 'below', percent: 1, count: 87 },
    ['CRBBB'],
    'Higher than in over 99 % of 5,432 ECGs without CRBBB and in under 1 % of 87 with it (held-out ECGs of the model).',
  ],
  [
    'a joint prototype',
    without,
    carrying,
    ['CRBBB', 'LAFB'],
    'Higher than in 97 % of 5,432 ECGs without CRBBB or LAFB and in 40 % of 87 with one of them (held-out ECGs of the model).',
  ],
  [
    'too few with it',
    without,
    { kind: 'tooFew', count: 12 },
    ['WPW'],
    'Higher than in 97 % of 5,432 ECGs without WPW; with it there were only 12, too few to compare (held-out ECGs of the model).',
  ],
  [
    'none with it',
    without,
    { kind: 'tooFew', count: 0 },
    ['WPW'],
    'Higher than in 97 % of 5,432 ECGs without WPW; with it there were fewer than 2, too few to compare (held-out ECGs of the model).',
  ],
  [
    'too few without it',
    { kind: 'tooFew', count: 3 },
    carrying,
    ['SR'],
    'Higher than in 40 % of 87 ECGs with SR; without it there were only 3, too few to compare (held-out ECGs of the model).',
  ],
  [
    'too few of both',
    { kind: 'tooFew', count: 3 },
    { kind: 'tooFew', count: 0 },
    ['SR'],
    'The model’s held-out ECGs are too few to say how similar ECGs with or without SR usually are.',
  ],
])('says of %s', (_what, withoutIt, withIt, classes, sentence) => {
  expect(toPercentileSentence({ without: withoutIt, with: withIt }, classes)).toBe(sentence);
});
