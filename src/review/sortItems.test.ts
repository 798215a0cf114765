import { expect, it } from 'vitest';
import type { SimilarityReference } from '../model/protocol';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import type { ReviewItem } from './order';
import { type SortSources, sortItems } from './sortItems';

// The weights of the test pack: SR 1 −2 3 −4 5 −6, AFIB −2 3 −4 5 −6 1, LVH 3 −4 5 −6 1 −2, NORM −4 5 −6 1 −2 3.
const pack = createTestPack();
const NAMES = ['rhythm/0', 'rhythm/1', 'morphology/0', 'morphology/1', 'global/0', 'global/1'];
const items = ['SR', 'AFIB', 'LVH', 'LVH', 'NORM', 'NORM'].map((code, i): ReviewItem => toItem(NAMES[i]!, code));

function toItem(prototype: string, ...classes: string[]): ReviewItem {
  return { id: `rating:${prototype}`, kind: 'rating', prototype, classes };
}

function sort(by: Parameters<typeof sortItems>[1], sources: Partial<SortSources> = {}, of = items): readonly string[] {
  return sortItems(of, by, { pack, prediction: null, disagreements: new Map(), ...sources }).map(({ prototype }) => prototype);
}

/** Means of the ECGs with the class, and the percentage of those without that reach their median; null: too few with it. */
function toReference(of: readonly (readonly [mean: number, missPercent: number] | null)[]): SimilarityReference {
  const rows = of.map((row) => {
    const [mean, missPercent] = row ?? [0, 0];
    const count = row === null ? 3 : 40;
    // Of those without the class 0 … 100 % lie evenly between 0 and 100, so that a median of 100 − x is reached by x %.
    return { with: { count, mean, similarities: [0, 100 - missPercent, 100] }, without: { count: 400, mean: 1, similarities: [0, 50, 100] } };
  });
  return { percents: [0, 50, 100], prototypes: { rhythm: rows.slice(0, 2), morphology: rows.slice(2, 4), global: rows.slice(4) } };
}

it('keeps the study’s order where none is chosen', () => {
  expect(sort('study')).toEqual(NAMES);
});

it('puts the largest contribution to its own class in the open ECG first, whatever its sign', () => {
  // Similarities 0.5, 0.25, 1, 2, 0.5, 0.125: contributions 0.5, 0.75, 5, −12, −1, 0.375.
  const prediction = createTestPrediction(pack);
  expect(sort('contribution', { prediction })).toEqual(['morphology/1', 'morphology/0', 'global/0', 'rhythm/1', 'rhythm/0', 'global/1']);
});

it('takes the larger contribution of two classes', () => {
  const prediction = createTestPrediction(pack, [1, 1, 1, 1, 1, 1]);
  // To SR 1, to NORM −4; the other contributes 3 to AFIB.
  const joint = [toItem('rhythm/1', 'AFIB'), toItem('rhythm/0', 'SR', 'NORM')];
  expect(sort('contribution', { prediction }, joint)).toEqual(['rhythm/0', 'rhythm/1']);
});

it('takes what ECGs with the class usually contribute where no ECG is open, those that nobody measured last', () => {
  const similarityReference = toReference([[1, 0], [1, 0], null, [0.1, 0], [3, 0], [1, 0]]);
  const measured = { ...pack, similarityReference };
  // 1, 3, too few ECGs but some (mean 0 → 0), 0.6, 6, 3.
  expect(sort('contribution', { pack: measured })).toEqual(['global/0', 'rhythm/1', 'global/1', 'rhythm/0', 'morphology/1', 'morphology/0']);
  expect(sort('contribution')).toEqual(NAMES);
});

it('puts what readers disagree on first, what they did not rate last', () => {
  const disagreements = new Map([['global/0', 0.5], ['rhythm/1', 1.5]]);
  expect(sort('disagreement', { disagreements })).toEqual(['rhythm/1', 'global/0', 'rhythm/0', 'morphology/0', 'morphology/1', 'global/1']);
});

it('puts what fires most often without its class first, what was not measured last', () => {
  const similarityReference = toReference([[1, 5], null, [1, 40], [1, 20], [1, 5], null]);
  expect(sort('uncertainty', { pack: { ...pack, similarityReference } })).toEqual([
    'morphology/0', 'morphology/1', 'rhythm/0', 'global/0', 'rhythm/1', 'global/1',
  ]);
});
