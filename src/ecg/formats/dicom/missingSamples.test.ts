import { describe, expect, it } from 'vitest';
import { toGroup } from '../../../../tools/synthetic/dicom/dicomObject';
import { type DicomWriterOptions, writeDicom } from '../../../../tools/synthetic/dicom/dicomWriter';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import type { Ecg } from '../../ecg';
import { STANDARD_LEADS } from '../../lead';
import type { LeadName } from '../../lead';
import { mapLeads } from '../../mapLeads';
import { readEcg } from '../registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const read = (options: DicomWriterOptions, written: Ecg) => readEcg([writeDicom(written, options)]);

describe('missing samples of a DICOM waveform', () => {
  const withGaps = (gaps: Partial<Record<LeadName, readonly number[]>>, value = NaN): Ecg => {
    const leads = mapLeads((lead) => ecg.leads[lead].map((sample, index) => (gaps[lead]?.includes(index) ? value : sample)));
    return { ...ecg, leads };
  };
  const everyLead = (...indices: number[]) => mapLeads(() => indices);

  it.each<[string, DicomWriterOptions]>([
    ['at the end of the range', { padding: -32768 }],
    ['apart from all other samples', { padding: -9999 }],
    ['at the end of the unsigned range', { padding: 0, interpretation: 'US', baselineMicrovolts: -81920 }],
  ])('are told where the padding value lies %s', async (_, options) => {
    const found = await read(options, withGaps({ V1: [4, 5], aVL: [2999] }));
    expect(found.remarks).toEqual(['Samples that the file marks as missing: 1 in aVL and 2 in V1.']);
    expect([...found.leads.V1.slice(3, 7)].map(Number.isNaN)).toEqual([false, true, true, false]);
    expect(found.leads.aVL[2999]).toBeNaN();
  });

  it('are told at the end of the range, however near to it a sample comes', async () => {
    const lowestMv = (lead: LeadName): number => Math.min(...ecg.leads[lead]);
    const lowest = STANDARD_LEADS.reduce((one, other) => (lowestMv(other) < lowestMv(one) ? other : one));
    // Bytes of 20 µV whose lowest value lies 0.4 mV below the lowest sample.
    const baselineMicrovolts = lowestMv(lowest) * 1000 - 400 + 128 * 20;
    const options = { padding: -128, interpretation: 'SB', microvoltsPerStep: 20, baselineMicrovolts } as const;
    const found = await read(options, withGaps({ [lowest]: [4] }));
    expect(found.remarks).toEqual([`Samples that the file marks as missing: 1 in ${lowest}.`]);
  });

  it('are told where all leads carry an ordinary padding value at once, and only there', async () => {
    const zero = { ...withGaps(everyLead(100, 101, 102)) };
    zero.leads.II[500] = 0;
    const found = await read({ padding: 0 }, zero);
    expect(found.remarks[0]).toMatch(
      /^The file marks missing samples by 0, which is an ordinary value of its leads too: \d+ such samples were kept\.$/,
    );
    expect(found.remarks[1]).toMatch(/^Samples that the file marks as missing: 3 in I, 3 in II, /);
    expect(found.leads.II[500]).toBe(0);
  });

  it('are not believed of a group of one lead, which carries an ordinary value alone', async () => {
    const groups = [toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(0, 11) }), toGroup(ecg, { leadOrder: ['V6'], padding: 0 })];
    const found = await read({ groups }, ecg);
    expect(found.leads.V6.some(Number.isNaN)).toBe(false);
    expect(found.remarks[1]).toMatch(/^The file marks missing samples by 0,/);
  });

  it('make a whole lead missing where it holds nothing else', async () => {
    const all = Array.from({ length: ecg.sampleCount }, (_, index) => index);
    const found = await read({ padding: 0 }, withGaps({ V3: all }));
    expect(found.leads.V3.every(Number.isNaN)).toBe(true);
    expect(found.remarks.at(-1)).toBe('Samples that the file marks as missing: 3000 in V3.');
  });
});
