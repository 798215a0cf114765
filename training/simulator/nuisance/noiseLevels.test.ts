import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../../src/ecg/ecg';
import { mapLeads } from '../../../src/ecg/mapLeads';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { applyClinic } from './clinic';
import { type NoiseLevels, toNoiseLevels } from './noiseLevels';

const createEcg = (toSample: (seconds: number) => number): Ecg => {
  const samples = Float32Array.from({ length: 5000 }, (_, index) => toSample(index / 500));
  return {
    ...createSyntheticEcg({ seed: 1 }),
    leads: mapLeads(() => samples),
  };
};

describe('toNoiseLevels', () => {
  it('measures slow swings as wander', () => {
    const levels = toNoiseLevels(createEcg((seconds) => 0.1 * Math.sin(2 * Math.PI * 0.3 * seconds)));
    expect(levels.limbWanderUv).toBeCloseTo(70.7, 0);
    expect(levels.precordialMuscleUv).toBeLessThan(0.5);
  });

  it('measures fast noise as muscle', () => {
    const levels = toNoiseLevels(createEcg((seconds) => 0.02 * Math.sin(2 * Math.PI * 30 * seconds)));
    expect(levels.limbMuscleUv).toBeGreaterThan(10);
    expect(levels.limbMuscleUv).toBeLessThan(14.2);
    expect(levels.worstWanderUv).toBeLessThan(1);
  });
});

describe('recordings from the clinic', () => {
  const levels = Array.from({ length: 500 }, (_, index) =>
    toNoiseLevels(applyClinic(createSyntheticEcg({ seed: 1000 + index, noiseMv: 0 }), 5000 + index)),
  );
  const at = (name: keyof NoiseLevels, share: number) =>
    levels.map((one) => one[name]).sort((a, b) => a - b)[Math.round(share * (levels.length - 1))]!;

  // Median and 90th percentile of 59 records of PTB-XL and 50 of Chapman-Shaoxing, widened by half (`README.md`).
  it.each([
    ['limbWanderUv', [26, 31], [60, 83]],
    ['precordialWanderUv', [39, 58], [142, 155]],
    ['limbMuscleUv', [2.3, 2.4], [6.7, 6.9]],
    ['precordialMuscleUv', [1.5, 1.9], [3.6, 4]],
  ] as const)('%s is as in real ECGs, mostly low and sometimes high', (name, median, ninetieth) => {
    for (const [share, [low, high]] of [[0.5, median] as const, [0.9, ninetieth] as const]) {
      expect(at(name, share)).toBeGreaterThan(low / 1.5);
      expect(at(name, share)).toBeLessThan(high * 1.5);
    }
  });

  // The noisiest of the same real recordings.
  it.each([
    ['limbMuscleUv', 13.1],
    ['precordialMuscleUv', 6.3],
  ] as const)('%s never exceeds that of the noisiest real ECG by much more than twice', (name, highest) => {
    expect(at(name, 1)).toBeLessThan(2.2 * highest);
  });
});
