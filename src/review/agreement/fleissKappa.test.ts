import { describe, expect, it } from 'vitest';
import { agreementFixtures, DIGITS, fourObservers } from '../fixtures/agreementFixtures';
import { estimate } from './additiveStatistic';
import { createFleissKappa } from './fleissKappa';

/** The diagnoses of thirty patients, six of each, by number: J. L. Fleiss, Psychol Bull 1971;76:378-382, table 1. */
const DIAGNOSES =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
  '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555';

/** Fourteen raters of ten subjects, as how many chose each of five categories; widely reproduced, κ = 0.210. */
const FOURTEEN_RATERS = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

const valueOf = (answers: (string | number | null)[][]) => estimate(createFleissKappa(answers)).value;

describe("Fleiss' kappa", () => {
  it('is 0.430 for the diagnoses of thirty patients of 1971', () => {
    expect(valueOf(DIAGNOSES.split(' ').map((row) => [...row]))).toBeCloseTo(0.43, 3);
  });

  it('is 0.210 for fourteen raters of ten subjects', () => {
    const answers = FOURTEEN_RATERS.map((counts) => counts.flatMap((count, category) => Array<number>(count).fill(category)));
    expect(valueOf(answers)).toBeCloseTo(0.21, 3);
  });

  // The value that Gwet's own package irrCAC prints for the table of page 120.
  it('is 0.76117 for four raters with missing answers, by the generalisation of Gwet', () => {
    expect(estimate(createFleissKappa(fourObservers)).value).toBeCloseTo(0.76117, 5);
  });

  it.each(agreementFixtures.fleissKappa)('equals statsmodels or irrCAC: $name', ({ scores, kappa }) => {
    expect(estimate(createFleissKappa(scores)).value).toBeCloseTo(kappa, DIGITS);
  });

  it('uses the units with two answers; one with a single answer still says how common a category is', () => {
    const two = [['best', 'best', null], ['bad', 'bad', 'best']];
    const statistic = createFleissKappa([...two, ['bad', null, null], [null, null, null]]);
    expect(statistic).toMatchObject({ unitCount: 4, usedUnitCount: 2 });
    const observed = (1 + 1 / 3) / 2;
    const expected = ((1 + 1 / 3) / 3) ** 2 + ((2 / 3 + 1) / 3) ** 2;
    expect(estimate(statistic).value).toBeCloseTo((observed - expected) / (1 - expected), DIGITS);
  });

  it('says why it has no value', () => {
    expect(estimate(createFleissKappa([['best', null], [null, 'bad']])).reason).toBe('noPairs');
    expect(estimate(createFleissKappa([])).reason).toBe('noPairs');
    expect(estimate(createFleissKappa([['bad', 'bad'], ['bad', null]])).reason).toBe('noVariation');
  });
});
