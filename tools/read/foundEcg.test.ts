import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import { mapLeads } from '../../src/ecg/mapLeads';
import { createSyntheticEcg } from '../synthetic/ecg';
import { toFoundEcg } from './foundEcg';
import { toFoundText } from './foundText';

const leads = mapLeads((_lead, index) => Float32Array.from({ length: 1000 }, (_, i) => (i % 10) / 10 - index / 4));
const ecg: Ecg = {
  samplingRateHz: 100,
  sampleCount: 1000,
  leads: { ...leads, V6: leads.V6.map((sample, i) => (i < 2 ? NaN : sample)), V5: new Float32Array(1000).fill(NaN) },
  format: 'EDF',
  scale: '1 LSB = 1 µV, from a test',
  remarks: ['Sampled at 100 Hz.'],
};

describe('toFoundEcg', () => {
  it('gives rate, length, first samples and extremes, to a nanovolt', () => {
    const found = toFoundEcg('a/ecg.edf', ecg, []);
    expect(Object.keys(found)).toEqual([
      'file', 'format', 'samplingRateHz', 'durationSeconds', 'leads', 'scale', 'einthovenResidualMv', 'quality', 'warnings',
    ]);
    expect(found).toMatchObject({
      file: 'a/ecg.edf', format: 'EDF', samplingRateHz: 100, durationSeconds: 10,
      scale: '1 LSB = 1 µV, from a test', warnings: ['Sampled at 100 Hz.'],
    });
    expect(found.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS);
    expect(found.leads[1]).toEqual({
      name: 'II', derived: false, firstMv: [-0.25, -0.15, -0.05, 0.05, 0.15, 0.25, 0.35, 0.45], minMv: -0.25, maxMv: 0.65,
    });
  });

  it('gives null for samples that are missing, and passes over them', () => {
    const { leads: found } = toFoundEcg('ecg.edf', ecg, []);
    expect(found[11]).toMatchObject({ firstMv: [null, null, -2.55, -2.45, -2.35, -2.25, -2.15, -2.05], minMv: -2.75, maxMv: -1.85 });
    expect(found[10]).toMatchObject({ minMv: null, maxMv: null });
  });

  it('gives the residual of stored limb leads, and none where one is derived', () => {
    // III = II − I would be −0.25 in all samples; it is stored as −0.5 to 0.4.
    expect(toFoundEcg('ecg.edf', ecg, []).einthovenResidualMv).toBeGreaterThan(0.6);
    const derived = toFoundEcg('ecg.edf', { ...ecg, derivedLeads: ['III'] }, ['doubtful: V3 flat.']);
    expect(derived.einthovenResidualMv).toBeNull();
    expect(derived.leads.filter((lead) => lead.derived).map(({ name }) => name)).toEqual(['III']);
  });
});

describe('toFoundText', () => {
  it('says the same in lines for a terminal', () => {
    const lines = toFoundText(toFoundEcg('a/ecg.edf', { ...ecg, derivedLeads: ['III'] }, ['doubtful: V3 flat.'])).split('\n');
    expect(lines.slice(0, 3)).toEqual(['a/ecg.edf', '  EDF, 100 Hz, 10 s', '  1 LSB = 1 µV, from a test']);
    expect(lines).toContain('  II           -0.250   0.650    -0.250  -0.150  -0.050   0.050   0.150   0.250   0.350   0.450');
    expect(lines).toContain('  III derived  -0.500   0.400    -0.500  -0.400  -0.300  -0.200  -0.100   0.000   0.100   0.200');
    expect(lines).toContain('  V6           -2.750  -1.850         –       –  -2.550  -2.450  -2.350  -2.250  -2.150  -2.050');
    expect(lines.slice(-2)).toEqual(['  signal doubtful: V3 flat.', '  ! Sampled at 100 Hz.']);
  });

  it('says how well the limb leads agree', () => {
    expect(toFoundText(toFoundEcg('ecg', createSyntheticEcg({ seed: 1 }), []))).toMatch(
      /\n {2}limb leads agree with Einthoven and Goldberger within 0(?:\.00\d*)? mV\n/,
    );
  });
});
