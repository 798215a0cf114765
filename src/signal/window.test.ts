import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import { Problem } from '../ecg/problem';
import { findLeadsWithMissingSamples } from './missingSamples';
import { firstSeconds } from './window';

describe('firstSeconds', () => {
  it('cuts every lead at the same sample and leaves the recording as it was', () => {
    const ecg = createSyntheticEcg({ seed: 1, seconds: 12, samplingRateHz: 257 });
    const cut = firstSeconds(ecg, 10);
    expect(cut.sampleCount).toBe(2570);
    for (const lead of STANDARD_LEADS) expect(cut.leads[lead]).toEqual(ecg.leads[lead].subarray(0, 2570));
    expect(cut.leads.V3.buffer.byteLength).toBe(4 * 2570);
    expect(ecg.leads.I).toHaveLength(3084);
  });

  it('gives back the very same ECG where nothing is to be cut', () => {
    const ecg = createSyntheticEcg({ seed: 1 });
    expect(firstSeconds(ecg, 10)).toBe(ecg);
  });

  it('refuses a shorter ECG with its length', () => {
    const ecg = createSyntheticEcg({ seed: 1, seconds: 9.5 });
    expect(() => firstSeconds(ecg, 10)).toThrow(new Problem('The ECG is 9.5 s long; 10 s are needed.'));
  });

  it('takes what is less than one sample of 100 Hz shorter', () => {
    const almost = createSyntheticEcg({ seed: 1, seconds: 9.992 });
    expect(firstSeconds(almost, 10)).toBe(almost);
    const short = createSyntheticEcg({ seed: 1, seconds: 9.99 });
    expect(() => firstSeconds(short, 10)).toThrow(new Problem('The ECG is 9.99 s long; 10 s are needed.'));
  });
});

describe('findLeadsWithMissingSamples', () => {
  it('names the leads with gaps, in standard order', () => {
    const ecg = createSyntheticEcg({ seed: 2 });
    expect(findLeadsWithMissingSamples(ecg)).toEqual([]);
    ecg.leads.V4[77] = NaN;
    ecg.leads.II[0] = NaN;
    expect(findLeadsWithMissingSamples(ecg)).toEqual(['II', 'V4']);
  });
});
