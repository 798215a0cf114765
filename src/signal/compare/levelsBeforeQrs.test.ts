import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { levelsBeforeQrs } from './levelsBeforeQrs';

it.each([100, 500])('the level before QRS is the mean of the 20 ms before it, 5 ms apart, at %d Hz', (samplingRateHz) => {
  const ecg = createSyntheticEcg({ seed: 1, samplingRateHz });
  const ramp = Float32Array.from({ length: ecg.sampleCount }, (_, i) => i / samplingRateHz);
  const levels = levelsBeforeQrs({ ...ecg, leads: { ...ecg.leads, V1: ramp } }, 2);
  expect(Math.abs(levels.V1 - 1.985)).toBeLessThanOrEqual(0.5 / samplingRateHz + 1e-6);
});

it('there is none where the record does not reach so far back, or a sample is missing', () => {
  const ecg = createSyntheticEcg({ seed: 1, samplingRateHz: 500 });
  for (const onset of [0.02, 0.002]) expect(levelsBeforeQrs(ecg, onset).II).toBeNaN();
  const V1 = ecg.leads.V1.map((value, i) => (i === 990 ? Number.NaN : value));
  const levels = levelsBeforeQrs({ ...ecg, leads: { ...ecg.leads, V1 } }, 2);
  expect(levels.V1).toBeNaN();
  expect(levels.V2).not.toBeNaN();
});
