import { describe, expect, it } from 'vitest';
import { createTinyPack, createTinyPrediction } from '../synthetic/tinyExplainable';
import { toVerificationTable, verifyPrototypes } from './verifyPrototypes';

const { manifest } = createTinyPack();
const [rhythm, morphology] = manifest.branches;
const source = (recordedSimilarity: number, ecgId = 7) => ({ ecgId, recordedSimilarity, labels: [] });

describe('verifying prototypes', () => {
  it('compares the best window, not the mean, of the record that each came from', () => {
    const asked: number[] = [];
    const verified = verifyPrototypes(morphology, manifest.input, [source(16), source(0, 8), source(30)], (ecgId) => {
      asked.push(ecgId);
      return createTinyPrediction();
    });
    expect(asked).toEqual([7, 8, 7]);
    expect(verified.map(({ recomputedSimilarity, window, verdict }) => [recomputedSimilarity, window, verdict])).toEqual([
      [16, [125, 218], 'as recorded'],
      [0, [0, 93], 'as recorded'],
      [30, [906, 999], 'as recorded'],
    ]);
  });

  it('compares the whole record where there are no windows', () => {
    const [first, second] = verifyPrototypes(rhythm, manifest.input, [source(0.5), source(0.5)], createTinyPrediction);
    expect([first.window, first.verdict]).toEqual([null, 'as recorded']);
    expect([second.recomputedSimilarity, second.verdict]).toEqual([0.25, 'mismatch']);
  });

  it.each([
    // A thousandth of the range (1) is borne in either direction.
    [0.9985, 0.999, 'as recorded'],
    [0.5, 0.5009, 'as recorded'],
    [0.5, 0.5011, 'mismatch'],
    [0.5, 0.4989, 'mismatch'],
    // As similar as can be: the prototype is this segment, whatever score led to it.
    [1, 0.3, 'identical'],
    [0.9995, 0.3, 'identical'],
    [0.9985, 0.3, 'mismatch'],
    [1, 1.0011, 'mismatch'],
    [Number.NaN, 0.5, 'mismatch'],
  ])('recomputed %d and recorded %d is %s', (recomputed, recorded, verdict) => {
    const prediction = createTinyPrediction();
    prediction.branches.rhythm.similarity[0] = recomputed;
    expect(verifyPrototypes(rhythm, manifest.input, [source(recorded)], () => prediction)[0].verdict).toBe(verdict);
  });

  it('are counted in a table, a line a branch', () => {
    const verified = [
      ...verifyPrototypes(rhythm, manifest.input, [source(0.5), source(0.5)], createTinyPrediction),
      ...verifyPrototypes(morphology, manifest.input, [source(16), source(1), source(30)], createTinyPrediction),
    ];
    expect(toVerificationTable([rhythm, morphology], verified).split('\n')).toEqual([
      'branch      prototypes  as recorded  identical to source  mismatch  lowest similarity',
      'rhythm      2           1            0                    1         0.2500 of 1',
      'morphology  3           2            0                    1         0.0000 of 13',
    ]);
  });
});
