import { describe, expect, it } from 'vitest';
import { explainStatement } from '../../explanation/explainStatement';
import { toRelativeExplanation } from '../../explanation/relativeExplanation';
import { muteContributions } from '../../explanation/whatIf';
import { createTestPack, createTestPrediction } from '../../store/fixtures/testPack';
import type { NamedCase } from './evidenceSentence';
import { toEvidenceWords } from './evidenceWords';
import { text } from '../text';

const pack = createTestPack();
// AFIB: bias 0.25, contributions −1, +0.75 (rhythm), −4, +10 (morphology), −3, +0.125 (global).
const explanation = explainStatement(pack, createTestPrediction(pack), 1);
const words = toEvidenceWords(explanation);
const named = { ...words, description: 'Atrial fibrillation' };
const whole = (name: string, ...classes: string[]): NamedCase => ({ name, classes, match: null, isMoreAlike: true });
const sentence = text.evidence.sentence;

describe('the words about a statement’s evidence', () => {
  it('balance what supports, what opposes and the bias, and add up to the logit', () => {
    expect(words).toMatchObject({ supporting: 10.875, opposing: -8, bias: 0.25, leadingShare: 1, lacking: null });
    expect(words.supporting + words.opposing + words.bias).toBe(3.125);
  });

  it('name the cases that support it most, largest first, what they stand for and where they match', () => {
    expect(words.leading).toEqual([
      { name: 'morphology/1', classes: ['LVH'], match: expect.objectContaining({ startSeconds: 5, endSeconds: 7.5 }), isMoreAlike: true },
      whole('rhythm/1', 'AFIB'),
      whole('global/1', 'NORM'),
    ]);
    expect(words.contrary.map(({ name }) => name)).toEqual(['morphology/0']);
  });

  it('make sentences: which cases, where, how much they carry, and what stands against it', () => {
    expect(sentence({ ...named, leadingShare: 0.64 })).toBe(
      'This ECG resembles morphology/1 (LVH, best at 5.0–7.5 s), rhythm/1 (AFIB, over all ten seconds) and global/1 (NORM, over all ' +
        'ten seconds): 64 % of the +10.88 that supports atrial fibrillation. −8.00 opposes it, most of all morphology/0 (LVH, best at ' +
        '2.5–5.0 s); the model starts from +0.25.',
    );
  });

  it('say once where several cases of a class are compared', () => {
    expect(sentence({ ...named, leading: [whole('rhythm/7', 'AFIB'), whole('rhythm/9', 'AFIB')], contrary: [], opposing: 0 })).toBe(
      'This ECG resembles rhythm/7 and rhythm/9 (AFIB, over all ten seconds): 100 % of the +10.88 that supports atrial fibrillation. ' +
        'Nothing opposes it; the model starts from +0.25.',
    );
  });

  it('name no case for what is hardly anything', () => {
    expect(sentence({ ...named, opposing: -0.04 })).toContain('Hardly anything opposes it (−0.04); the model');
    expect(sentence({ ...named, opposing: -0.05 })).toContain('−0.05 opposes it, most of all morphology/0');
  });

  it('of what is not predicted say first what opposes it', () => {
    const unlikely = toEvidenceWords({ ...explanation, predicted: false, probability: 0.02 });
    expect(unlikely.leading.map(({ name }) => name)).toEqual(['morphology/0', 'global/0', 'rhythm/0']);
    expect(unlikely).toMatchObject({ leadingShare: 1, lacking: null });
    expect(unlikely.contrary.map(({ name }) => name)).toEqual(['morphology/1']);
    const one = { ...named, predicted: false, leading: [whole('rhythm/1', 'SR')], leadingShare: 0.35, contrary: [whole('global/1', 'NORM')] };
    expect(sentence(one)).toBe(
      'Of the cases that this ECG resembles, rhythm/1 (SR, over all ten seconds) opposes atrial fibrillation most: 35 % of −8.00. ' +
        '+10.88 supports it, most of all global/1 (NORM, over all ten seconds); the model starts from +0.25.',
    );
  });

  it('say of a near miss what it lacks', () => {
    const near = toEvidenceWords({ ...explanation, predicted: false, probability: 0.4 });
    expect(near.lacking).toBeCloseTo(Math.log(1.5), 9);
    expect(sentence(near)).toMatch(/; the model starts from \+0\.25\. Another \+0\.41 would reach the threshold\.$/);
    expect(sentence(toEvidenceWords({ ...explanation, predicted: false, probability: 0.3 }))).not.toContain('Another');
  });

  it('compare with the average ECG where contributions do', () => {
    const similarities = { rhythm: [0, 0], morphology: [2, 1], global: [0.5, 0.125] };
    const relative = toRelativeExplanation(explanation, { similarities, ecgCount: { fewest: 200, most: 200 } });
    // Weights −2, 3, −4, 5, −6, 1 on similarities above the averages by 0.5, 0.25, −1, 1, 0, 0.
    expect(sentence({ ...toEvidenceWords(relative), description: 'Atrial fibrillation' })).toBe(
      'Compared with the average ECG, this one is more like morphology/1 (LVH, best at 5.0–7.5 s) and rhythm/1 (AFIB, over all ten ' +
        'seconds) and less like morphology/0 (LVH, best at 2.5–5.0 s): 100 % of the +9.75 that supports atrial fibrillation. −1.00 opposes ' +
        'it, most of all that it is more like rhythm/0 (SR, over all ten seconds); the average ECG stands at −5.63.',
    );
  });

  it('leave out what is muted', () => {
    const muted = toEvidenceWords(muteContributions(explanation, { branches: ['morphology'], prototypes: [] }));
    expect(muted.leading.concat(muted.contrary).filter(({ name }) => name.startsWith('morphology'))).toEqual([]);
    expect(muted.supporting + muted.opposing + muted.bias).toBe(3.125 - 6);
  });

  it('say so where nothing supports it', () => {
    const nothing = toEvidenceWords(explainStatement(pack, createTestPrediction(pack, [0, 0, 0, 0, 0, 0]), 1));
    expect(nothing).toMatchObject({ leading: [], leadingShare: 0 });
    expect(sentence({ ...nothing, description: 'ST depression' })).toBe(
      'No case supports ST depression. Nothing opposes it; the model starts from +0.25.',
    );
  });
});
