import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { mapLeads } from '../ecg/mapLeads';
import { findLargestLeads } from './largestLeads';

const ecg = createSyntheticEcg({ seed: 1, samplingRateHz: 100 });
const leads = mapLeads(() => new Float32Array(1000));
const quiet = { ...ecg, leads };

describe('the largest leads of a stretch', () => {
  it('are those with the largest difference of two samples in it, in standard order', () => {
    leads.V2[250] = -2;
    leads.V2[260] = 1;
    leads.I[299] = 1;
    leads.aVF[200] = -1.5;
    // Outside of the stretch.
    leads.V6[300] = 9;
    leads.V6[199] = 9;
    expect(findLargestLeads(quiet, 2, 3, 2)).toEqual(['aVF', 'V2']);
    expect(findLargestLeads(quiet, 2, 3, 3)).toEqual(['I', 'aVF', 'V2']);
    expect(findLargestLeads(quiet, 2, 3, 12)).toHaveLength(12);
  });

  it('pass over missing samples, also where a lead has no others', () => {
    leads.V4.fill(Number.NaN);
    leads.V2[255] = Number.NaN;
    expect(findLargestLeads(quiet, 2, 3, 1)).toEqual(['V2']);
    expect(findLargestLeads(quiet, 2, 3, 11)).toHaveLength(11);
  });
});
