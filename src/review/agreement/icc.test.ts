import { describe, expect, it } from 'vitest';
import { agreementFixtures, DIGITS } from '../fixtures/agreementFixtures';
import { estimate } from './additiveStatistic';
import { createIcc } from './icc';
import { findTakingPart } from './scoreTable';

/** Four judges of six targets: P. E. Shrout, J. L. Fleiss, Psychol Bull 1979;86:420-428, table 2. */
const fourJudges = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('ICC(2,1)', () => {
  it('is that of the published example of four judges', () => {
    expect(estimate(createIcc(fourJudges)).value).toBeCloseTo(0.29, 2);
  });

  it('follows from the published mean squares 11.24, 32.49 and 1.02', () => {
    const [units, judges, error] = [11.24, 32.49, 1.02];
    const fromTable = (units - error) / (units + 3 * error + (4 * (judges - error)) / 6);
    expect(estimate(createIcc(fourJudges)).value).toBeCloseTo(fromTable, 3);
  });

  it.each(agreementFixtures.icc)('equals Pingouin: $name', ({ scores, completeCount, icc }) => {
    const statistic = createIcc(scores);
    expect(estimate(statistic).value).toBeCloseTo(icc, DIGITS);
    expect(statistic.usedUnitCount).toBe(completeCount);
  });

  it('does not change when all scores are shifted, however far', () => {
    const shifted = fourJudges.map((row) => row.map((score) => score + 1e8));
    expect(estimate(createIcc(shifted))).toEqual(estimate(createIcc(fourJudges)));
  });

  it('leaves out who rated nothing, and every unit that another reader left out', () => {
    const scores = [...fourJudges.map((row) => [null, ...row]), [null, 1, null, 5, 5]];
    const statistic = createIcc(scores);
    expect(findTakingPart(scores)).toEqual([1, 2, 3, 4]);
    expect(statistic).toMatchObject({ unitCount: 7, usedUnitCount: 6 });
    expect(estimate(statistic)).toEqual(estimate(createIcc(fourJudges)));
  });

  it('says why it has no value', () => {
    const reasonOf = (scores: (number | null)[][]) => estimate(createIcc(scores)).reason;
    expect(reasonOf([])).toBe('noPairs');
    expect(reasonOf([[1, null], [2, null]])).toBe('noPairs');
    expect(reasonOf([[1, 2], [2, null], [null, 3]])).toBe('tooFewUnits');
    expect(reasonOf([[3, 3], [3, 3]])).toBe('noVariation');
    expect(reasonOf([[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]])).toBe('noVariation');
    expect(reasonOf([[1, 2], [2, 1]])).toBe('noVariation');
  });
});
