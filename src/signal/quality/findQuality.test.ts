import { describe, expect, it } from 'vitest';
import { addFault, FAULTS } from '../../../tools/accuracy/faults';
import { simulate } from '../../../training/simulator/simulate';
import type { SimulationRequest } from '../../../training/simulator/types';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { measureEcg } from '../measure/measureEcg';
import type { QualityFinding } from './quality';

const create = (statements: readonly string[], options: Partial<SimulationRequest> = {}): Ecg =>
  simulate({ statements, ageYears: 55, sex: 'female', seed: 21, nuisance: 'none', ...options }).ecg;

const find = (ecg: Ecg): readonly QualityFinding[] => measureEcg(ecg).quality.findings;

const withLeads = (ecg: Ecg, leads: Partial<Record<LeadName, Float32Array>>): Ecg => ({
  ...ecg,
  leads: { ...ecg.leads, ...leads },
});

/** Too alike to be told apart; docs/QUALITY.md says so. */
const NOT_TOLD = ['V1 and V2 swapped', 'V5 and V6 swapped'];

describe('findQuality', () => {
  const ecg = create(['NORM', 'SR']);
  const worn = create(['LVH', 'NDT', 'SR'], { ageYears: 70, sex: 'male', seed: 8 });

  it.each(FAULTS.filter(({ name }) => !NOT_TOLD.includes(name)))('finds: $name', (fault) => {
    expect(find(addFault(ecg, fault, 5)).some(fault.isFound)).toBe(true);
  });

  it.each(FAULTS.filter(({ name }) => !name.endsWith('swapped') || name.startsWith('RA and LA')))('finds in a diseased heart: $name', (fault) => {
    expect(find(addFault(worn, fault, 5)).some(fault.isFound)).toBe(true);
  });

  it.each([
    [['NORM', 'SR']],
    [['CLBBB', 'SR']],
    [['CRBBB', 'SR']],
    [['LAFB', 'IMI', 'SR']],
    [['LPFB', 'SR']],
    [['RVH', 'SR']],
    [['LVOLT', 'SR']],
    [['AFIB']],
    [['AFLT']],
    [['PACE']],
    [['3AVB']],
    [['WPW', 'SR']],
    [['PVC', 'BIGU', 'SR']],
    [['ALMI', 'SR']],
  ])('finds nothing in a clean recording of %j', (statements) => {
    for (const seed of [31, 32]) expect(find(create(statements, { seed }))).toEqual([]);
  });

  it('tells an arm swap by QRS and T where the atria fibrillate', () => {
    const swap = FAULTS.find(({ name }) => name === 'RA and LA swapped')!;
    expect(find(addFault(create(['AFIB']), swap, 1)).map(({ kind }) => kind)).toEqual(['armSwap']);
  });

  it('tells dextrocardia from an arm swap by R that falls towards V6', () => {
    const { leads } = ecg;
    const flip = (samples: Float32Array) => samples.map((mv) => -mv);
    const scale = (samples: Float32Array, factor: number) => samples.map((mv) => factor * mv);
    const mirrored = withLeads(ecg, {
      ...{ I: flip(leads.I), II: leads.III, III: leads.II, aVR: leads.aVL, aVL: leads.aVR },
      ...{ V1: leads.V2, V2: leads.V1, V3: scale(leads.V1, 0.8), V4: scale(leads.V1, 0.6), V5: scale(leads.V1, 0.5), V6: scale(leads.V1, 0.4) },
    });
    expect(find(mirrored).filter(({ kind }) => kind === 'armSwap')).toEqual([]);
    expect(find(mirrored).map(({ kind }) => kind)).toContain('mirrored');
  });

  it('does not take a pause in all leads for a fault of a lead', () => {
    const still = mapLeads((lead) => ecg.leads[lead].map((mv, at) => (at > 2000 && at < 3500 ? 0 : mv)));
    expect(find({ ...ecg, leads: still }).filter(({ kind }) => kind === 'flat')).toEqual([]);
  });

  it('names no electrode where all leads are flat', () => {
    const silent = mapLeads(() => new Float32Array(ecg.sampleCount));
    const kinds = find({ ...ecg, leads: silent }).map(({ kind }) => kind);
    expect(kinds).toContain('noQrs');
    expect(kinds).toContain('flat');
    expect(kinds).not.toContain('electrodeOff');
  });

  it('says that stimuli may be lost where QRS is broad and samples are few', () => {
    const kinds = (samplingRateHz: number) => find(create(['PACE'], { samplingRateHz })).map(({ kind }) => kind);
    expect(kinds(100)).toEqual(['pacing']);
    expect(kinds(500)).toEqual([]);
  });

  it('tells when a lead is flat, to a tenth of a second', () => {
    const flat = find(addFault(ecg, FAULTS.find(({ name }) => name === 'V2 flat for 3 s')!, 1)).find(({ kind }) => kind === 'flat')!;
    expect(flat.range!.startSeconds).toBeCloseTo(3, 0);
    expect(flat.range!.endSeconds).toBeCloseTo(6, 1);
    expect(flat.severity).toBe('doubtful');
  });

  it('puts the worst first', () => {
    const noisy = addFault(ecg, FAULTS.find(({ name }) => name.startsWith('noise of 0.1'))!, 1);
    const both = addFault(noisy, FAULTS.find(({ name }) => name === 'V3 flat')!, 1);
    expect(find(both).map(({ severity }) => severity)).toEqual(['unusable', 'doubtful']);
  });
});
