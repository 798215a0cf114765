import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { strongestStatements } from './strongestStatements';

// Statement i weighs the prototypes 1, −2, 3, −4, 5, −6, turned by i places; morphology/1 is the fourth.
const pack = createTestPack();
const weigh = (index: number, count: number) => {
  const { supporting, opposing } = strongestStatements(pack, { branch: 'morphology', index }, count);
  const short = ({ code, weight }: { code: string; weight: number }) => [code, weight];
  return { supporting: supporting.map(short), opposing: opposing.map(short) };
};

it('tells the statements that a prototype supports and opposes, the largest weights first', () => {
  expect(weigh(1, 5)).toEqual({ supporting: [['AFIB', 5], ['NORM', 1]], opposing: [['LVH', -6], ['SR', -4]] });
  expect(weigh(0, 5)).toEqual({ supporting: [['LVH', 5], ['SR', 3]], opposing: [['NORM', -6], ['AFIB', -4]] });
});

it('tells of no weight that cannot move a logit, whatever the similarity', () => {
  const { supporting, opposing } = strongestStatements(
    { ...pack, fusion: { ...pack.fusion, weights: pack.fusion.weights.map((weight) => weight * 0.001) } },
    { branch: 'morphology', index: 1 },
    5,
  );
  // Of at most 13: 0.004 × 13 is 0.052.
  expect([...supporting, ...opposing].map(({ code }) => code)).toEqual(['AFIB', 'LVH', 'SR']);
});

it('tells no more than asked for', () => {
  expect(weigh(1, 1)).toEqual({ supporting: [['AFIB', 5]], opposing: [['LVH', -6]] });
});
