import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createTinyPack, createTinyPrediction } from '../../tools/synthetic/tinyExplainable';
import { BRANCHES } from '../model/branch';
import type { AverageEcg } from './averageEcg';
import { explainStatement } from './explainStatement';
import type { StatementExplanation } from './explanation';
import { findFlippedStatements } from './flippedStatements';
import { toRelativeExplanation } from './relativeExplanation';
import { isMuted, muteContributions, unmutedContribution } from './whatIf';

const pack = createTinyPack();
// Bias −1; contributions morphology/2 −3, morphology/0 +2, rhythm/0 +1, rhythm/1 −1, global/0 +1, morphology/1 0.
const absolute = explainStatement(pack, createTinyPrediction(), 0);
const average: AverageEcg = {
  similarities: { rhythm: [0.25, 0.5], morphology: [1, 2, 0.5], global: [1] },
  ecgCount: { fewest: 200, most: 200 },
};
const relative = toRelativeExplanation(absolute, average);
const valuesOf = ({ contributions }: StatementExplanation) =>
  Object.fromEntries(contributions.map(({ branch, index, contribution }) => [`${branch}/${index}`, contribution]));
const sumOf = ({ bias, contributions }: StatementExplanation) =>
  contributions.reduce((sum, { contribution }) => sum + contribution, bias);
const prototypes = absolute.contributions.map(({ branch, index }) => ({ branch, index }));

describe('the explanation relative to the average ECG', () => {
  it('counts weight × (similarity − average) from the average ECG’s logit, by hand', () => {
    // Weights 2, −4 | 1, 5, −3 | 0.5 on averages 0.25, 0.5 | 1, 2, 0.5 | 1 add up to 8.
    expect(relative.bias).toBe(-1 + 0.5 - 2 + 1 + 10 - 1.5 + 0.5);
    expect(valuesOf(relative)).toEqual({
      'rhythm/0': 0.5, 'rhythm/1': 1, 'morphology/0': 1, 'morphology/1': -10, 'morphology/2': -1.5, 'global/0': 0.5,
    });
    expect(relative.branchContributions).toEqual({ rhythm: 1.5, morphology: -10.5, global: 0.5 });
  });

  it('adds up to the very logit, largest contribution first', () => {
    expect(sumOf(relative)).toBe(absolute.logit);
    expect(relative).toMatchObject({ logit: absolute.logit, probability: absolute.probability, sumError: 0, averageEcg: average });
    expect(relative.contributions.slice(0, 2).map(({ branch, index }) => `${branch}/${index}`)).toEqual(['morphology/1', 'morphology/2']);
  });

  it('is nothing but the average for the average ECG, whatever the weights', () => {
    const own = { ...average, similarities: { rhythm: [0.5, 0.25], morphology: [2, 0, 1], global: [2] } };
    const same = toRelativeExplanation(absolute, own);
    expect(same.bias).toBe(absolute.logit);
    expect(same.contributions.every(({ contribution }) => contribution === 0)).toBe(true);
  });

  it('is refused where the averages are no numbers', async () => {
    const broken = { ...average, similarities: { ...average.similarities, global: [Number.NaN] } };
    expect(await sentenceOf(() => toRelativeExplanation(absolute, broken))).toMatch(/^The contributions to A do not add up/);
  });
});

describe('muting', () => {
  it.each([
    ['absolute', absolute],
    ['relative', relative],
  ] as const)('all prototypes leaves where it starts from (%s)', (_, explanation) => {
    const muted = muteContributions(explanation, { branches: [], prototypes });
    expect(muted.logit).toBeCloseTo(explanation.bias, 12);
    expect(muted.probability).toBeCloseTo(1 / (1 + Math.exp(-explanation.bias)), 12);
    expect(muteContributions(explanation, { branches: BRANCHES, prototypes: [] }).logit).toBeCloseTo(explanation.bias, 12);
  });

  it.each(BRANCHES)('%s takes exactly its contribution away', (branch) => {
    for (const explanation of [absolute, relative]) {
      const muted = muteContributions(explanation, { branches: [branch], prototypes: [] });
      expect(muted.logit).toBe(explanation.logit - explanation.branchContributions[branch]);
      expect(muted.branchContributions).toEqual({ ...explanation.branchContributions, [branch]: 0 });
      expect(sumOf(muted)).toBe(muted.logit);
    }
  });

  it('a prototype keeps its place and its former value, and counts 0', () => {
    const muted = muteContributions(absolute, { branches: [], prototypes: [{ branch: 'morphology', index: 2 }] });
    expect(muted.contributions.map(({ branch, index }) => ({ branch, index }))).toEqual(prototypes);
    expect(muted.contributions[0]).toMatchObject({ contribution: 0, muted: true });
    expect(unmutedContribution(muted.contributions[0]!)).toBe(-3);
    expect(muted.contributions.filter((own) => own.muted)).toHaveLength(1);
    expect(muted).toMatchObject({ logit: 2, predicted: true, sumError: 0 });
    expect(muted.branchContributions).toEqual({ rhythm: 0, morphology: 2, global: 1 });
  });

  it('a prototype counts it as the average ECG does where contributions are relative', () => {
    const muted = muteContributions(relative, { branches: [], prototypes: [{ branch: 'morphology', index: 2 }] });
    // −3 × (1 − 0.5) goes.
    expect(muted.logit).toBe(absolute.logit + 1.5);
  });

  it('nothing changes nothing', () => {
    expect(muteContributions(absolute, { branches: [], prototypes: [] })).toBe(absolute);
  });

  it('a prototype and its branch count once', () => {
    const muting = { branches: ['rhythm'], prototypes: [{ branch: 'rhythm', index: 1 }] } as const;
    expect(muteContributions(absolute, muting).logit).toBe(absolute.logit - absolute.branchContributions.rhythm);
    expect(isMuted(muting, { branch: 'rhythm', index: 0 })).toBe(true);
    expect(isMuted({ ...muting, branches: [] }, { branch: 'rhythm', index: 0 })).toBe(false);
    expect(isMuted({ ...muting, branches: [] }, { branch: 'global', index: 1 })).toBe(false);
  });

  it('keeps the network’s rounding in sight: the sum must reach its logit less what is muted', async () => {
    const prediction = createTinyPrediction();
    prediction.logits[0] += 5e-5;
    const rounded = explainStatement(pack, prediction, 0);
    expect(muteContributions(rounded, { branches: ['global'], prototypes: [] }).sumError).toBeCloseTo(5e-5, 6);
    const wrong = { ...absolute, logit: absolute.logit + 2e-4 };
    expect(await sentenceOf(() => muteContributions(wrong, { branches: ['global'], prototypes: [] }))).toMatch(/do not add up/);
  });
});

describe('the statements that a what-if turns over', () => {
  const real = createTinyPrediction();

  it('are those whose logit crosses the threshold', () => {
    const muting = { branches: [], prototypes: [{ branch: 'morphology', index: 2 }] } as const;
    // A goes from −1 to +2; B, at the threshold before, from 0 to +1.
    expect(findFlippedStatements(pack, real, real, null, muting)).toEqual({ gained: ['A'], lost: [] });
    // Without rhythm/0, B falls from 0 to −1.
    expect(findFlippedStatements(pack, real, real, null, { branches: ['rhythm'], prototypes: [] })).toEqual({ gained: [], lost: ['B'] });
    expect(findFlippedStatements(pack, real, real, null, { branches: [], prototypes: [] })).toEqual({ gained: [], lost: [] });
  });

  it('agree with the explanation of each statement, absolute and relative', () => {
    for (const base of [null, average]) {
      for (const branch of BRANCHES) {
        const muting = { branches: [branch], prototypes: [{ branch: 'morphology', index: 1 }] } as const;
        const { gained, lost } = findFlippedStatements(pack, real, real, base, muting);
        pack.manifest.statements.forEach(({ code }, i) => {
          const before = explainStatement(pack, real, i);
          const after = muteContributions(base ? toRelativeExplanation(before, base) : before, muting);
          expect([gained.includes(code), lost.includes(code)]).toEqual([
            after.predicted && !before.predicted,
            before.predicted && !after.predicted,
          ]);
        });
      }
    }
  });

  it('are those of the network’s own answer where a lead is muted', () => {
    const without = { ...real, logits: Float32Array.of(3, -2), probabilities: Float32Array.of(0.95, 0.12) };
    expect(findFlippedStatements(pack, real, without, null, { branches: [], prototypes: [] })).toEqual({ gained: ['A'], lost: ['B'] });
  });
});
