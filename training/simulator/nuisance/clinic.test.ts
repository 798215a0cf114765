import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createStream } from '../random';
import { addDisturbances, applyClinic } from './clinic';
import { toPotentials, toRecordedLeads, toTwelveLeads } from './electrodes';
import { filterHighPass } from './filters';
import { applyPlacement } from './placement';
import { drawSituation } from './situation';

const ecg = createSyntheticEcg({ seed: 3, noiseMv: 0 });

/** The largest deviation from Einthoven's law and Goldberger's relations, in millivolts. */
function toLimbLeadError({ I, II, III, aVR, aVL, aVF }: typeof ecg.leads): number {
  let largest = 0;
  for (let index = 0; index < I.length; index++) {
    const [i, ii] = [I[index]!, II[index]!];
    const errors = [III[index]! - (ii - i), aVR[index]! + (i + ii) / 2, aVL[index]! - i + ii / 2, aVF[index]! - ii + i / 2];
    largest = Math.max(largest, ...errors.map(Math.abs));
  }
  return largest;
}

describe('electrodes', () => {
  it('gives back the leads it took', () => {
    const { leads } = ecg;
    const again = toTwelveLeads(toRecordedLeads(toPotentials(ecg)));
    for (const lead of STANDARD_LEADS) {
      leads[lead].forEach((sample, index) => expect(again[lead][index]).toBeCloseTo(sample, 6));
    }
  });

  it('carries noise of one arm into every lead as the wiring says', () => {
    const potentials = toPotentials(ecg);
    const noisy = toRecordedLeads({ ...potentials, LA: potentials.LA.map((sample) => sample + 0.3) });
    const clean = toRecordedLeads(potentials);
    expect(noisy.I[700]! - clean.I[700]!).toBeCloseTo(0.3, 12);
    expect(noisy.II[700]! - clean.II[700]!).toBeCloseTo(0, 12);
    expect(noisy.V4[700]! - clean.V4[700]!).toBeCloseTo(-0.1, 12);
  });
});

describe('applyPlacement', () => {
  it('changes nothing where electrodes sit right, and never a limb lead', () => {
    const right = applyPlacement(ecg.leads, { shifts: [0, 0, 0, 0, 0, 0], highSpaces: 0 });
    expect(right).toEqual(ecg.leads);
    const wrong = applyPlacement(ecg.leads, { shifts: [0.2, -0.2, 0.3, 0, 0, 0.1], highSpaces: 1 });
    for (const lead of ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'] as const) expect(wrong[lead]).toEqual(ecg.leads[lead]);
  });

  it('mixes in the neighbour, and turns V1 upward when it sits high', () => {
    const { V1, V2, V3, aVF } = applyPlacement(ecg.leads, { shifts: [0, 0.25, 0, 0, 0, 0], highSpaces: 1 });
    const { leads } = ecg;
    for (let index = 0; index < ecg.sampleCount; index += 97) {
      expect(V1[index]).toBeCloseTo(leads.V1[index]! - 0.25 * aVF[index]!, 5);
      expect(V2[index]).toBeCloseTo(0.75 * leads.V2[index]! + 0.25 * leads.V3[index]! - 0.25 * aVF[index]!, 5);
      expect(V3[index]).toBe(leads.V3[index]);
    }
  });
});

describe('addDisturbances', () => {
  it('disturbs every electrode, and the leads still obey Einthoven and Goldberger to the rounding of 32-bit numbers', () => {
    for (let seed = 0; seed < 30; seed++) {
      const heart = toPotentials(ecg);
      const potentials = addDisturbances(heart, drawSituation(createStream(seed, 'situation'), 10), 500, seed);
      expect(potentials.V5).not.toEqual(heart.V5);
      expect(toLimbLeadError(toTwelveLeads(toRecordedLeads(potentials)))).toBeLessThan(2e-6);
    }
  });
});

describe('applyClinic', () => {
  it('is the same for the same seed, another for another, and leaves its input as it was', () => {
    const before = structuredClone(ecg);
    expect(applyClinic(ecg, 101)).toEqual(applyClinic(ecg, 101));
    expect(applyClinic(ecg, 101).leads.V1).not.toEqual(applyClinic(ecg, 202).leads.V1);
    expect(ecg).toEqual(before);
  });

  it('keeps rate, length and the laws of the limb leads', () => {
    for (let seed = 0; seed < 60; seed++) {
      const recorded = applyClinic(ecg, seed);
      expect([recorded.samplingRateHz, recorded.sampleCount]).toEqual([500, 5000]);
      expect(toLimbLeadError(recorded.leads)).toBeLessThan(2e-6);
      for (const lead of STANDARD_LEADS) expect(recorded.leads[lead].every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves the heart recognisable above the wander in all but the worst recordings', () => {
    const toHeart = (lead: Float32Array) => {
      const samples = Float64Array.from(lead);
      filterHighPass(samples, 1, 500, 'zero-phase');
      return samples;
    };
    const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, sample, index) => sum + sample * b[index]!, 0);
    const clean = toHeart(ecg.leads.II);
    const alike = Array.from({ length: 100 }, (_, seed) => {
      const recorded = toHeart(applyClinic(ecg, 1000 + seed).leads.II);
      return product(recorded, clean) / Math.sqrt(product(recorded, recorded) * product(clean, clean));
    }).sort((a, b) => a - b);
    expect(alike[50]).toBeGreaterThan(0.95);
    expect(alike[10]).toBeGreaterThan(0.8);
    expect(alike[99]).toBeLessThan(0.9999);
  });

  it('serves other sampling rates', () => {
    const slow = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
    expect(applyClinic(slow, 4).leads.II.every(Number.isFinite)).toBe(true);
  });
});
