import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createTinyPack, createTinyPrediction } from '../../tools/synthetic/tinyExplainable';
import { explainStatement } from './explainStatement';
import { ownPrototypesBySimilarity } from './ownPrototypes';

const pack = createTinyPack();
const names = (contributions: readonly { branch: string; index: number }[]) => contributions.map(({ branch, index }) => `${branch}/${index}`);

describe('the explanation of a statement', () => {
  const explanation = explainStatement(pack, createTinyPrediction(), 0);

  it('splits the logit exactly: weight × similarity, largest first, equal ones in the order of the pack', () => {
    expect(explanation.contributions.map(({ branch, index, contribution }) => [`${branch}/${index}`, contribution])).toEqual([
      ['morphology/2', -3],
      ['morphology/0', 2],
      ['rhythm/0', 1],
      ['rhythm/1', -1],
      ['global/0', 1],
      ['morphology/1', 0],
    ]);
    expect(explanation.branchContributions).toEqual({ rhythm: 0, morphology: -1, global: 1 });
    expect(explanation.bias + explanation.contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(explanation.logit);
    expect(explanation.sumError).toBe(0);
  });

  it('says of each prototype what it stands for, how similar it is and how much that counts', () => {
    expect(explanation.contributions[1]).toEqual({
      branch: 'morphology',
      index: 0,
      classes: ['A'],
      similarity: 2,
      maxSimilarity: 13,
      weight: 1,
      contribution: 2,
      match: { window: 4, windowCount: 30, startSeconds: 1.25, endSeconds: 2.18, similarity: 16, share: 16 / 60 },
    });
    expect(explanation.contributions[2]).toMatchObject({ branch: 'rhythm', maxSimilarity: 1, similarity: 0.5, weight: 2, match: null });
  });

  it('says of the statement what it is', () => {
    expect(explanation).toMatchObject({
      code: 'A',
      description: 'First statement',
      group: 'Letters',
      branch: 'morphology',
      bias: -1,
      logit: -1,
      threshold: 0.5,
      predicted: false,
    });
  });

  it('reads its own row of the weights', () => {
    const other = explainStatement(pack, createTinyPrediction(), 1);
    expect(other.contributions.slice(0, 2).map(({ branch, index, contribution }) => [branch, index, contribution])).toEqual([
      ['rhythm', 0, 1],
      ['morphology', 2, -1],
    ]);
    expect(other.branchContributions).toEqual({ rhythm: 1, morphology: -1, global: 0 });
  });

  it('is predicted at exactly the threshold, and not below', () => {
    const at = (threshold: number) => {
      const { manifest, fusion } = pack;
      const statements = manifest.statements.map((statement) => ({ ...statement, threshold }));
      return explainStatement({ fusion, manifest: { ...manifest, statements } }, createTinyPrediction(), 1).predicted;
    };
    expect(at(0.5)).toBe(true);
    expect(at(0.5 + 1e-9)).toBe(false);
    expect(at(0)).toBe(true);
  });

  it.each([2e-4, -2e-4, 1.01e-4, Number.NaN, Infinity])('is refused where the logit is off by %d', async (error) => {
    const prediction = createTinyPrediction();
    prediction.logits[0] += error;
    expect(await sentenceOf(() => explainStatement(pack, prediction, 0))).toMatch(
      /^The contributions to A do not add up to the network's logit \(they differ by [\w.-]+\), so no explanation is shown\.$/,
    );
    expect(explainStatement(pack, prediction, 1).logit).toBe(0);
  });

  it('bears the rounding of the logit, and says how much it was', () => {
    const prediction = createTinyPrediction();
    prediction.logits[0] += 5e-5;
    expect(explainStatement(pack, prediction, 0).sumError).toBeCloseTo(5e-5, 6);
  });

  it('finds the windows once for all statements of a prediction, and anew for another', () => {
    const prediction = createTinyPrediction();
    const matchOf = (statement: number, of = prediction) =>
      explainStatement(pack, of, statement).contributions.find(({ branch, index }) => branch === 'morphology' && index === 2)!.match;
    expect(matchOf(0)).toBe(matchOf(1));
    const moved = createTinyPrediction();
    moved.branches.morphology.windowSimilarity[89] = 0;
    moved.branches.morphology.windowSimilarity[60] = 30;
    expect([matchOf(0)!.window, matchOf(0, moved)!.window]).toEqual([29, 0]);
  });
});

describe('the prototypes of the statement\'s own class', () => {
  it('are those that stand for it, alone or jointly, the most similar first', () => {
    expect(names(ownPrototypesBySimilarity(explainStatement(pack, createTinyPrediction(), 0)))).toEqual([
      'morphology/0', 'morphology/2', 'rhythm/1', 'morphology/1',
    ]);
    expect(names(ownPrototypesBySimilarity(explainStatement(pack, createTinyPrediction(), 1)))).toEqual(['global/0', 'rhythm/0', 'morphology/1']);
  });

  it('come in the order of their numbers where they are equally similar', () => {
    const prediction = createTinyPrediction();
    prediction.branches.morphology.similarity.set([1, 1, 1]);
    prediction.logits[0] = -1 + 1 + 5 - 3 + 1;
    expect(names(ownPrototypesBySimilarity(explainStatement(pack, prediction, 0)))).toEqual([
      'morphology/0', 'morphology/1', 'morphology/2', 'rhythm/1',
    ]);
  });
});
