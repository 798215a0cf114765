import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Ecg } from './ecg';
import { findRecordedResidualMv, toLimbLeads } from './limbLeads';

/** An ECG that obeys Einthoven's and Goldberger's laws. */
function createLawfulEcg(): Ecg {
  const ecg = createSyntheticEcg({ seed: 1, samplingRateHz: 100 });
  return { ...ecg, leads: { ...ecg.leads, ...toLimbLeads({ I: ecg.leads.I, II: ecg.leads.II }) } };
}

describe('how far recorded limb leads are from the laws', () => {
  it('is nothing where they obey them', () => {
    expect(findRecordedResidualMv(createLawfulEcg())).toBeLessThan(1e-6);
  });

  it('is the largest difference of any of the four, in millivolts', () => {
    const ecg = createLawfulEcg();
    const aVL = ecg.leads.aVL.slice();
    aVL[7]! -= 0.25;
    expect(findRecordedResidualMv({ ...ecg, leads: { ...ecg.leads, aVL } })).toBeCloseTo(0.25, 5);
  });

  it('is not known where a limb lead was computed from the others, or has no samples', () => {
    const ecg = createLawfulEcg();
    expect(findRecordedResidualMv({ ...ecg, derivedLeads: ['aVR'] })).toBeUndefined();
    const I = ecg.leads.I.map(() => NaN);
    expect(findRecordedResidualMv({ ...ecg, leads: { ...ecg.leads, I } })).toBeUndefined();
    expect(findRecordedResidualMv({ ...ecg, derivedLeads: [] })).toBeDefined();
  });
});
