import { expect, it } from 'vitest';
import { compareExplanations } from '../../explanation/compareExplanations';
import { explainStatement } from '../../explanation/explainStatement';
import { createTestPack, createTestPrediction } from '../../store/fixtures/testPack';
import { toComparisonSentence } from './comparisonSentence';

const pack = createTestPack();
const of = (similarity: number[]) => explainStatement(pack, createTestPrediction(pack, similarity), 0);
const [one, other] = [of([1, 0.5, 2, 1, 0, 1]), of([0, 1, 1, 3, 1, 1])];

it('says what raises a logit above the other and what works against it, by likeness and not by weight', () => {
  expect(toComparisonSentence(compareExplanations(one, other))).toBe(
    'The logit of SR is 8.00 higher than in the compared ECG: −4.00 against −12.00. ' +
      'This ECG is more like morphology/0 (LVH) and rhythm/0 (SR) and less like morphology/1 (LVH): 92 % of the +13.00 that raises it. ' +
      '−5.00 lowers it, most of all that this ECG is less like global/0 (NORM).',
  );
});

it('turns round with the ECGs', () => {
  expect(toComparisonSentence(compareExplanations(other, one))).toBe(
    'The logit of SR is 8.00 lower than in the compared ECG: −12.00 against −4.00. ' +
      'This ECG is more like morphology/1 (LVH) and rhythm/1 (AFIB) and less like morphology/0 (LVH): 92 % of the −13.00 that lowers it. ' +
      '+5.00 raises it, most of all that this ECG is more like global/0 (NORM).',
  );
});

it('does not account for nothing, nor name what hardly works against', () => {
  expect(toComparisonSentence(compareExplanations(one, one))).toBe(
    'The logit of SR hardly differs between the two ECGs: −4.00 against −4.00.',
  );
  expect(toComparisonSentence(compareExplanations(of([1, 0.5, 2, 1, 1, 1]), of([0, 0.5, 2, 1, 1, 1])))).toBe(
    'The logit of SR is 1.00 higher than in the compared ECG: +1.00 against 0.00. ' +
      'This ECG is more like rhythm/0 (SR): 100 % of the +1.00 that raises it. Hardly anything lowers it (0.00).',
  );
  // Much may still move in both directions.
  expect(toComparisonSentence(compareExplanations(of([2, 1, 0, 0, 0, 0]), of([0, 0, 0, 0, 0, 0])))).toContain('+2.00 raises it and −2.00 lowers it.');
});
