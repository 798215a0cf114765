import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { measureEcg } from '../measure/measureEcg';
import { toMedianEcg } from './toMedianEcg';

const { median } = measureEcg(createSyntheticEcg({ seed: 2, samplingRateHz: 100 }));

it('has every sample of the median beat at its own rate', () => {
  const ecg = toMedianEcg(median!, median!.samplingRateHz);
  expect(ecg.samplingRateHz).toBe(400);
  expect(ecg.leads.II).toEqual(Float32Array.from(median!.leads.II!));
  expect(ecg.sampleCount).toBe(ecg.leads.II.length);
});

it('has the same wave at the same time at the rate of the recording', () => {
  const ecg = toMedianEcg(median!, 100);
  expect(ecg.sampleCount).toBe(Math.ceil(median!.leads.II!.length / 4));
  expect(ecg.leads.II).toHaveLength(ecg.sampleCount);
  const peak = median!.peakSample / 4;
  expect(Number.isInteger(peak)).toBe(true);
  expect(ecg.leads.II[peak]).toBeCloseTo(median!.leads.II![median!.peakSample]!, 1);
});

it('is unknown in a lead that is missing', () => {
  const ecg = toMedianEcg({ ...median!, leads: { ...median!.leads, V2: null } }, 100);
  expect(ecg.leads.V2.every(Number.isNaN)).toBe(true);
  expect(ecg.leads.V2).toHaveLength(ecg.sampleCount);
});
