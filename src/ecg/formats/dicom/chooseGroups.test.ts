import { describe, expect, it } from 'vitest';
import { INDEPENDENT_LEADS } from '../../../../tools/synthetic/deviceXml/writerOptions';
import { toGroup, toMedian } from '../../../../tools/synthetic/dicom/dicomObject';
import { channelsOf, type DicomWriterOptions, groupsOf, writeDicom } from '../../../../tools/synthetic/dicom/dicomWriter';
import type { WrittenItem } from '../../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../../lead';
import type { LeadName } from '../../lead';
import { largestErrorMv } from '../fixtures/largestErrorMv';
import { readEcg } from '../registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const read = (options: DicomWriterOptions = {}) => readEcg([writeDicom(ecg, options)]);

describe('the rhythm among multiplex groups', () => {
  const longer = createSyntheticEcg({ seed: 8, samplingRateHz: 300, seconds: 12 });
  const limb = STANDARD_LEADS.slice(0, 6);
  const chest = STANDARD_LEADS.slice(6);

  it('is the original one, wherever it stands and however long the derived ones are', async () => {
    const expected = (await read()).leads;
    const derived = toGroup(longer, { originality: 'DERIVED' });
    for (const groups of [[toGroup(ecg), toMedian(ecg, {})], [derived, toGroup(ecg)]]) {
      const found = await read({ groups });
      expect(found.leads).toEqual(expected);
      expect(found.remarks).toEqual([]);
    }
  });

  it('is the longest of several', async () => {
    const found = await read({ groups: [toGroup(ecg), toGroup(longer)] });
    expect(found.sampleCount).toBe(3600);
    expect(found.remarks).toEqual(['The file holds 2 recordings of all leads (10 s and 12 s); the longest was read.']);
  });

  it('is the complete one, beside a longer one of a single lead', async () => {
    const found = await read({ groups: [toGroup(longer, { leadOrder: ['II'] }), toGroup(ecg)] });
    expect(found).toMatchObject({ sampleCount: 3000, remarks: [] });
  });

  it('is remarked on where the file does not say that it is the original', async () => {
    const edit = (object: WrittenItem): void => groupsOf(object).forEach((group) => delete group['003a0004']);
    const found = await read({ edit, groups: [toGroup(ecg)] });
    expect(found.remarks).toEqual(['The file does not say whether its waveform is as it was recorded.']);
  });

  it('is joined from groups that start together', async () => {
    const groups = [toGroup(ecg, { leadOrder: limb, startMs: 0 }), toGroup(ecg, { leadOrder: chest, startMs: 0, microvoltsPerStep: 5 })];
    const found = await read({ groups });
    expect(largestErrorMv(found, ecg)).toBeLessThanOrEqual(0.0025 + 1e-6);
    expect(found.scale).toBe(
      '1 LSB = 2.5 µV (I, II, III, aVR, aVL and aVF); 1 LSB = 5 µV (V1, V2, V3, V4, V5 and V6), from ChannelSensitivity',
    );
    expect(found.remarks).toEqual(['The leads were joined from 2 groups of leads of the same length that start together.']);
  });

  it('is joined with a doubt where groups do not tell their start; a lead that both hold is taken once', async () => {
    const first: LeadName[] = ['I', 'II', ...chest];
    const groups = [toGroup(ecg, { leadOrder: first }), toGroup(ecg, { leadOrder: ['II', 'III', 'aVR', 'aVL', 'aVF'] })];
    // The first group is complete by itself: without V6 it is not.
    const found = await read({ groups: [toGroup(ecg, { leadOrder: first.slice(0, -1) }), groups[1]!, toGroup(ecg, { leadOrder: ['V6'] })] });
    expect(largestErrorMv(found, ecg)).toBeLessThanOrEqual(0.00125 + 1e-6);
    expect(found.remarks).toEqual([
      'The leads were joined from 3 groups of leads of the same length; the file does not say whether they were recorded at the same time.',
    ]);
    expect(found).not.toHaveProperty('derivedLeads');
  });

  it('is of two as long ones that of more leads', async () => {
    const groups = [toGroup(ecg, { leadOrder: INDEPENDENT_LEADS }), toGroup(ecg)];
    const found = await read({ groups });
    expect(found).not.toHaveProperty('derivedLeads');
    expect(found.remarks).toEqual(['The file holds 2 recordings of all leads (10 s and 10 s); the longest was read.']);
  });

  it('takes stored limb leads from beside eight leads, and computes them where they start at another time', async () => {
    const groupsAt = (startMs: number) => [
      toGroup(ecg, { leadOrder: INDEPENDENT_LEADS, startMs: 0 }),
      toGroup(ecg, { leadOrder: ['III', 'aVR', 'aVL', 'aVF'], startMs }),
    ];
    const filled = await read({ groups: groupsAt(0) });
    expect(filled.remarks).toEqual(['The leads were joined from 2 groups of leads of the same length that start together.']);
    expect((await read({ groups: groupsAt(5) })).remarks).toEqual([
      'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.',
    ]);
  });

  it('is never joined from groups of different lengths', async () => {
    const groups = [toGroup(longer, { leadOrder: ['II'] }), toGroup(longer, { leadOrder: limb }), toGroup(ecg, { leadOrder: chest })];
    // The sentence names what the fullest of them holds.
    await expect(read({ groups })).rejects.toThrow(
      'it lacks the leads V1, V2, V3, V4, V5 and V6 and holds “I”, “II”, “III”, “aVR”, “aVL” and “aVF”.',
    );
  });

  it('names signals beside the leads without reading them', async () => {
    const edit = (object: WrittenItem): void => {
      const [group] = groupsOf(object);
      const channel = channelsOf(group!)[11]!;
      channel['003a0208'] = { vr: 'SQ', value: [{ '00080104': { vr: 'LO', value: 'Arterial pressure' } }] };
      channel['003a0211'] = { vr: 'SQ', value: [{ '00080100': { vr: 'SH', value: 'mm[Hg]' } }] };
    };
    const found = await read({ edit, groups: [toGroup(ecg, { leadOrder: [...INDEPENDENT_LEADS, 'III', 'aVR', 'aVL', 'aVF'] })] });
    expect(found.remarks).toEqual([
      'aVF is not stored: it was computed from the other limb leads.',
      'Signals beside the twelve leads were not read: “Arterial pressure”.',
    ]);
  });
});
