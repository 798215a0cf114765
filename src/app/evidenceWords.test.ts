import { describe, expect, it } from 'vitest';
import { explainStatement } from '../explanation/explainStatement';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { toEvidenceWords } from './evidenceWords';
import { text } from './text';

const pack = createTestPack();

describe('the words about a statement’s evidence', () => {
  // AFIB: bias 0.25, contributions −1, +0.75 (rhythm), −4, +10 (morphology), −3, +0.125 (global).
  const words = toEvidenceWords(explainStatement(pack, createTestPrediction(pack), 1));

  it('balance what supports, what opposes and the bias, and add up to the logit', () => {
    expect(words).toMatchObject({ supporting: 10.875, opposing: -8, bias: 0.25, leadingShare: 1 });
    expect(words.supporting + words.opposing + words.bias).toBe(3.125);
  });

  it('name the cases that support it most, largest first, and what they stand for', () => {
    expect(words.leading).toEqual(['morphology/1', 'rhythm/1', 'global/1']);
    expect(words.leadingClasses).toEqual(['LVH', 'AFIB', 'NORM']);
  });

  it('make one sentence', () => {
    expect(text.evidence.sentence({ ...words, description: 'Atrial fibrillation', leadingShare: 0.64 })).toBe(
      'This ECG resembles morphology/1, rhythm/1 and global/1 (cases of LVH, AFIB and NORM), which carry 64 % of the evidence for ' +
        'atrial fibrillation; +10.88 supports it, −8.00 opposes it, and the model starts from +0.25.',
    );
  });

  it('claim no resemblance to what is not predicted', () => {
    const unlikely = { ...words, predicted: false, leading: ['rhythm/1'], leadingClasses: ['AFIB'], leadingShare: 0.35 };
    expect(text.evidence.sentence({ ...unlikely, description: 'Atrial fibrillation' })).toMatch(
      /^Of what speaks for atrial fibrillation, rhythm\/1 \(a case of AFIB\) carries 35 %; \+10\.88 supports it/,
    );
  });

  it('say so where nothing supports it', () => {
    const nothing = toEvidenceWords(explainStatement(pack, createTestPrediction(pack, [0, 0, 0, 0, 0, 0]), 1));
    expect(nothing).toMatchObject({ leading: [], leadingShare: 0 });
    expect(text.evidence.sentence({ ...nothing, description: 'ST depression' })).toMatch(/^No case .* supports ST depression:/);
  });
});
