import { expect, it } from 'vitest';
import { describeSamples, type Told } from './fixtures/describeSamples';
import { HAS_SAMPLES, readSample } from './fixtures/sampleFiles';

const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const toTold = (microvolts: number, told: Partial<Told> = {}): Told => ({
  format: 'SCP-ECG 2.0',
  scale: `1 LSB = ${microvolts} µV, from the amplitude multiplier of section 6`,
  remarks: [],
  device: undefined,
  ...told,
});

/** Readable samples: how their format and scale are told, what is remarked, what the device measured. */
const READABLE: Readonly<Record<string, Told>> = {
  // The same ECG as an HL7 aECG sample, in which the device tells the same.
  'scp-ecg/Example.scp': toTold(2.5, { device: '–; 102 148 120 420; 44 -61 86; 443 –' }),
  'scp-ecg/demo.scp': toTold(0.183, { format: 'SCP-ECG 1.3', remarks: [DERIVED] }),
  'scp-ecg/refbeat_1000hz.scp': toTold(1.25, { device: '–; – – 140 –; – – –; ' }),
  'scp-ecg/custom_huffman_8lead.scp': toTold(4.88, { remarks: [DERIVED] }),
  'scp-ecg/firstdiff_1000hz.scp': toTold(2.5),
  'scp-ecg/bimodal4_500hz.scp': toTold(2.5, {
    remarks: ['Outside the QRS complexes the file keeps one value for 4 samples; those between were interpolated.'],
  }),
};

/** Samples that must be refused, with the sentence that the user reads. */
const REFUSED: Readonly<Record<string, string>> = {
  'scp-ecg/healforce_62.SCP':
    'healforce_62.SCP does not keep to the SCP-ECG standard: it counts bytes from 0, as HealForce’s handheld monitors do, which record fewer than twelve leads.',
};

describeSamples({ of: 'SCP-ECG', folders: /^scp-ecg\//, readable: READABLE, refused: REFUSED });

it.skipIf(!HAS_SAMPLES)('sample files hold the same ECG as HL7 aECG where it is in both formats', async () => {
  const [scp, aecg] = [await readSample('scp-ecg/Example.scp'), await readSample('hl7-aecg/Example_aECG.xml')];
  expect(scp.leads).toEqual(aecg.leads);
  expect(scp.deviceMeasurements).toEqual(aecg.deviceMeasurements);
});
