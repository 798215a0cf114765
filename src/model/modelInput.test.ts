import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import type { Ecg } from '../ecg/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import { highPass } from '../signal/highPass';
import { PUBLISHED_INPUT } from './convert/convertModel';
import { toModelInput } from './modelInput';

const row = (values: Float32Array, index: number) => values.subarray(index * 1000, (index + 1) * 1000);

/** A sine of its own frequency and height in each lead: 1 Hz and 0.1 mV in the first, 1.5 Hz and 0.2 mV in the next. */
const frequencyHz = (lead: number) => 1 + 0.5 * lead;
const amplitudeMv = (lead: number) => 0.1 * (lead + 1);
function createSines(samplingRateHz: number, seconds = 10): Ecg {
  const sampleCount = Math.round(samplingRateHz * seconds);
  const leads = mapLeads((_lead, index) =>
    Float32Array.from({ length: sampleCount }, (_, i) => amplitudeMv(index) * Math.sin((2 * Math.PI * frequencyHz(index) * i) / samplingRateHz)),
  );
  return { samplingRateHz, sampleCount, leads, format: 'sines', scale: '', remarks: [] };
}

describe('what the network reads', () => {
  it('is the high-passed ECG, lead by lead, where nothing is to be resampled', () => {
    const ecg = createSyntheticEcg({ seed: 4, samplingRateHz: 100 });
    const input = toModelInput(ecg, PUBLISHED_INPUT);
    expect(input).toHaveLength(12_000);
    STANDARD_LEADS.forEach((lead, index) => expect(row(input, index)).toEqual(Float32Array.from(highPass(ecg.leads[lead], 0.5, 100))));
  });

  it('has the leads in the order of the pack, found by name', () => {
    const ecg = createSyntheticEcg({ seed: 4, samplingRateHz: 100 });
    const plain = toModelInput(ecg, PUBLISHED_INPUT);
    const leadOrder = [...STANDARD_LEADS].reverse();
    const reversed = toModelInput(ecg, { ...PUBLISHED_INPUT, leadOrder });
    leadOrder.forEach((lead, index) => expect(row(reversed, index)).toEqual(row(plain, STANDARD_LEADS.indexOf(lead))));
    const shuffled = { ...ecg, leads: Object.fromEntries(Object.entries(ecg.leads).reverse()) as Ecg['leads'] };
    expect(toModelInput(shuffled, PUBLISHED_INPUT)).toEqual(plain);
  });

  it.each([500, 257, 1000, 360, 240, 499.987])('is the same signal at 100 Hz, recorded at %d Hz', (samplingRateHz) => {
    const expected = toModelInput(createSines(100), PUBLISHED_INPUT);
    const input = toModelInput(createSines(samplingRateHz), PUBLISHED_INPUT);
    expect(input).toHaveLength(12_000);
    for (let lead = 0; lead < 12; lead++) {
      // Away from the ends, where any resampling has to invent what came before.
      const difference = row(input, lead).subarray(50, 950).map((value, i) => Math.abs(value - row(expected, lead)[50 + i]));
      expect(Math.max(...difference)).toBeLessThan(0.01 * amplitudeMv(lead));
    }
  });

  it('is the first 10 s of a longer recording, whatever follows', () => {
    const long = createSyntheticEcg({ seed: 4, samplingRateHz: 500, seconds: 30 });
    const input = toModelInput(long, PUBLISHED_INPUT);
    const changed = { ...long, leads: { ...long.leads, V3: long.leads.V3.map((value, i) => (i >= 5000 ? Number.NaN : value)) } };
    expect(toModelInput(changed, PUBLISHED_INPUT)).toEqual(input);
    const other = { ...long, leads: { ...long.leads, V3: long.leads.V3.map((value, i) => (i === 4990 ? value + 1 : value)) } };
    expect(toModelInput(other, PUBLISHED_INPUT)).not.toEqual(input);
  });

  it('is refused with missing samples, and the leads are named', async () => {
    const ecg = createSyntheticEcg({ seed: 4 });
    ecg.leads.aVF[100] = Number.NaN;
    ecg.leads.V6[4999] = Number.NaN;
    expect(await sentenceOf(() => toModelInput(ecg, PUBLISHED_INPUT))).toBe(
      'These 10 s have missing samples in aVF and V6, so the network is not run on them.',
    );
  });

  it('is complete where a device stores 9.996 s and calls it ten', () => {
    const ecg = createSyntheticEcg({ seed: 4 });
    const shorter = { ...ecg, sampleCount: 4998, leads: mapLeads((lead) => ecg.leads[lead].subarray(0, 4998)) };
    const [whole, input] = [toModelInput(ecg, PUBLISHED_INPUT), toModelInput(shorter, PUBLISHED_INPUT)];
    const differences = row(input, 3).map((value, index) => Math.abs(value - row(whole, 3)[index]!));
    // Only the filters' reach at the end is affected.
    expect(Math.max(...differences.subarray(0, 900))).toBeLessThan(2e-3);
    expect(row(input, 3)[999]).not.toBe(0);
  });

  it('is refused where the recording is too short', async () => {
    expect(await sentenceOf(() => toModelInput(createSyntheticEcg({ seed: 4, seconds: 9.5 }), PUBLISHED_INPUT))).toBe(
      'The ECG is 9.5 s long; 10 s are needed.',
    );
  });
});
