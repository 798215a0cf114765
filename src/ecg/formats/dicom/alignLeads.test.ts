import { describe, expect, it } from 'vitest';
import { toGroup } from '../../../../tools/synthetic/dicom/dicomObject';
import { channelsOf, type DicomWriterOptions, groupsOf, writeDicom } from '../../../../tools/synthetic/dicom/dicomWriter';
import type { WrittenItem } from '../../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import type { Ecg } from '../../ecg';
import { STANDARD_LEADS } from '../../lead';
import { readEcg } from '../registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const read = (options: DicomWriterOptions = {}, written: Ecg = ecg) => readEcg([writeDicom(written, options)]);

describe('leads of a DICOM waveform that were not sampled together', () => {
  const longer = createSyntheticEcg({ seed: 8, samplingRateHz: 300, seconds: 11 });

  it('are cut to what they have in common', async () => {
    const found = await read({ toSkewSamples: (lead) => (lead === 'V2' ? 6 : 0) }, longer);
    const plain = await read({}, longer);
    expect(found.sampleCount).toBe(3294);
    expect(found.leads.V2).toEqual(plain.leads.V2.slice(0, 3294));
    expect(found.leads.V1).toEqual(plain.leads.V1.slice(6));
    expect(found.remarks).toEqual(['The first samples of the leads lie up to 20 ms apart: the leads were aligned to the nearest sample.']);
  });

  it('are aligned by time as well as by count', async () => {
    const edit = (object: WrittenItem): void => {
      const channels = channelsOf(groupsOf(object)[0]!);
      channels[7]!['003a0215'] = { vr: 'DS', value: '' };
      channels[7]!['003a0214'] = { vr: 'DS', value: '0.01' };
      channels[7]!['003a0218'] = { vr: 'DS', value: '0.01' };
    };
    const found = await read({ edit, groups: [toGroup(longer)] });
    expect(found.leads).toEqual((await read({ toSkewSamples: (lead) => (lead === 'V2' ? 6 : 0) }, longer)).leads);
  });

  it('are left as they are where it is less than half a sample, and it is said', async () => {
    const found = await read({ toSkewSamples: (lead) => 0.03 * STANDARD_LEADS.indexOf(lead) });
    expect(found.leads).toEqual((await read()).leads);
    expect(found.remarks).toEqual(['The first samples of the leads lie up to 1.1 ms apart: the leads were aligned to the nearest sample.']);
  });
});
