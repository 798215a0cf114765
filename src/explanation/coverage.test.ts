import { expect, it } from 'vitest';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { toCoverage } from './coverage';
import { explainStatement } from './explainStatement';

const pack = createTestPack();
// Contributions of the first statement: 0.5, −0.5, 3, −8, 2.5, −0.75.
const explanation = explainStatement(pack, createTestPrediction(pack), 0);

it('is the share of what supports and of what opposes, each by itself', () => {
  const top = explanation.contributions.slice(0, 3);
  expect(top.map(({ contribution }) => contribution)).toEqual([-8, 3, 2.5]);
  const { count, supportingShare, opposingShare } = toCoverage(explanation, top);
  expect(count).toBe(3);
  expect(supportingShare).toBeCloseTo(5.5 / 6, 12);
  expect(opposingShare).toBeCloseTo(8 / 9.25, 12);
});

it('is everything for all and nothing for none', () => {
  expect(toCoverage(explanation, explanation.contributions)).toEqual({ count: 6, supportingShare: 1, opposingShare: 1 });
  expect(toCoverage(explanation, [])).toEqual({ count: 0, supportingShare: 0, opposingShare: 0 });
});

it('is null where there is nothing to carry', () => {
  const [first] = explanation.contributions.filter(({ contribution }) => contribution > 0);
  expect(toCoverage({ ...explanation, contributions: [first!] }, [first!])).toEqual({ count: 1, supportingShare: 1, opposingShare: null });
  expect(toCoverage({ ...explanation, contributions: [] }, [])).toEqual({ count: 0, supportingShare: null, opposingShare: null });
});
