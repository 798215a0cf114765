import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../src/ecg/ecg';
import { mapLeads } from '../../src/ecg/mapLeads';
import { createSyntheticEcg } from '../synthetic/ecg';
import { findFactor, isDrawnWrong } from './rescaling';

const original: Ecg = { ...createSyntheticEcg({ seed: 5 }), scale: '1 LSB = 2.5 µV, from a field' };

function change(ecg: Ecg, toSample: (sample: number, row: number, i: number) => number): Ecg {
  const leads = mapLeads((lead, row) => ecg.leads[lead].map((sample, i) => toSample(sample, row, i)));
  return { ...ecg, leads };
}
const scaled = (factor: number, scale = original.scale): Ecg => ({ ...change(original, (sample) => factor * sample), scale });

describe('findFactor', () => {
  it('finds the factor of a whole ECG, offsets, lengths and missing samples aside', () => {
    expect(findFactor(original, original)).toBeCloseTo(1, 6);
    expect(findFactor(scaled(1000), original)).toBeCloseTo(1000, 2);
    expect(findFactor(change(original, (sample, _, i) => (i % 50 === 0 ? NaN : 0.5 * sample + 3)), original)).toBeCloseTo(0.5, 4);
  });

  it('finds none where two leads or fewer were scaled out of step, or the ECG is another', () => {
    expect(findFactor(change(original, (sample, row) => (row < 2 ? 7 * sample : sample)), original)).toBeCloseTo(1, 6);
    expect(findFactor(change(original, (sample, row) => (row < 6 ? 7 * sample : sample)), original)).toBeUndefined();
    expect(findFactor(createSyntheticEcg({ seed: 77 }), original)).toBeUndefined();
    expect(findFactor(change(original, () => 0), original)).toBeUndefined();
  });
});

describe('isDrawnWrong', () => {
  it.each([
    ['the same', original, false],
    ['twice as high under the same words', scaled(2), true],
    ['twice as high, as it says', scaled(2, '1 LSB = 5 µV, from a field'), false],
    ['twice as high, but it says four times', scaled(2, '1 LSB = 10 µV, from a field'), true],
    ['unchanged, but it says twice', scaled(1, '1 LSB = 5 µV, from a field'), true],
    ['in words that cannot be compared', scaled(2, '1 LSB = 5 µV (I); 1 LSB = 2.5 µV (II), from a field'), false],
    ['another ECG', { ...createSyntheticEcg({ seed: 77 }), scale: original.scale }, false],
  ])('%s: judged by what is told', (_, ecg, isWrong) => {
    expect(isDrawnWrong(ecg, original)).toBe(isWrong);
  });
});
