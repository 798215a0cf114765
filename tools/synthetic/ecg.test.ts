import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import { createSyntheticEcg } from './ecg';

describe('createSyntheticEcg', () => {
  it('obeys Einthoven and Goldberger exactly', () => {
    const { leads, sampleCount } = createSyntheticEcg({ seed: 5 });
    for (let index = 0; index < sampleCount; index++) {
      const [i, ii] = [leads.I[index]!, leads.II[index]!];
      expect([leads.III[index], leads.aVR[index], leads.aVL[index], leads.aVF[index]]).toEqual([
        ii - i + 0,
        -(i + ii) / 2 + 0,
        i - ii / 2,
        ii - i / 2,
      ]);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(createSyntheticEcg({ seed: 9 })).toEqual(createSyntheticEcg({ seed: 9 }));
    const [one, other] = [createSyntheticEcg({ seed: 9 }), createSyntheticEcg({ seed: 10 })];
    for (const lead of STANDARD_LEADS) expect(one.leads[lead]).not.toEqual(other.leads[lead]);
  });

  it.each([
    [60, 10],
    [120, 20],
  ])('beats %s times a minute: about %s R waves in 10 s', (heartRatePerMinute, beats) => {
    const regular = { rrVariation: 0.01, axisDegrees: 60, noiseMv: 0 };
    const { leads } = createSyntheticEcg({ seed: 3, heartRatePerMinute, ...regular });
    const isPeak = (sample: number, index: number) =>
      sample > 0.5 && sample >= leads.II[index - 1]! && sample > leads.II[index + 1]!;
    expect(Math.abs(Array.from(leads.II).filter(isPeak).length - beats)).toBeLessThanOrEqual(1);
  });

  it('has ECG-like amplitudes, the length and rate asked for, and inverts T waves on demand', () => {
    const upright = createSyntheticEcg({ seed: 3, tWaveFactor: 1, samplingRateHz: 257, seconds: 12 });
    const inverted = createSyntheticEcg({ seed: 3, tWaveFactor: -1, samplingRateHz: 257, seconds: 12 });
    expect(upright).toMatchObject({ samplingRateHz: 257, sampleCount: 3084 });
    for (const lead of STANDARD_LEADS) {
      const highest = upright.leads[lead].reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(highest).toBeGreaterThan(0.1);
      expect(highest).toBeLessThan(4);
    }
    const difference = upright.leads.V3.map((sample, index) => sample - inverted.leads.V3[index]!);
    expect(Math.max(...difference)).toBeGreaterThan(0.5);
    expect(Math.min(...difference)).toBeGreaterThan(-0.01);
  });
});
