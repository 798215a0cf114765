import { describe, expect, it } from 'vitest';
import { toCodeItem } from '../../../../tools/synthetic/dicom/dicomObject';
import { channelsOf, groupsOf, writeDicom } from '../../../../tools/synthetic/dicom/dicomWriter';
import type { WrittenItem } from '../../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { readEcg } from '../registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
const IN_WORDS = ['V2 is known by its name in words only: the file gives it no standard code.'];

describe('the lead of a channel', () => {
  it.each<[value: string, scheme: string, meaning: string, remarks: readonly string[]]>([
    ['5.6.3-9-4', 'SCPECG', 'Lead V2', []],
    ['5.6.3-9-4', 'SCP-ECG', '', []],
    ['5.6.3-9-4', 'SCPECG', 'Brustwand 2', []],
    ['2:4', 'MDC', 'Lead V2', []],
    ['2:260', 'MDC', 'ECG potential V2', []],
    ['131076', 'MDC', '', []],
    ['131332', 'MDC', '', []],
    ['MDC_ECG_LEAD_V2', 'MDC', '', []],
    ['MDC_ECG_ELEC_POTL_V2', 'MDC', '', []],
    ['5.6.3-9-0', 'SCPECG', 'Lead V2', IN_WORDS],
    ['V2', '99OWN', '', IN_WORDS],
    ['', '', 'Lead V2', IN_WORDS],
  ])('is V2 by %s of %s, “%s”', async (value, scheme, meaning, remarks) => {
    const edit = (object: WrittenItem): void => {
      channelsOf(groupsOf(object)[1]!)[7]!['003a0208'] = { vr: 'SQ', value: [toCodeItem(value, scheme, meaning)] };
    };
    const found = await readEcg([writeDicom(ecg, { edit })]);
    expect(found.leads.V2).toEqual((await readEcg([writeDicom(ecg)])).leads.V2);
    expect(found.remarks).toEqual(remarks);
  });
});
