import { expect, it } from 'vitest';
import { describeSamples, type Told } from './fixtures/describeSamples';
import { HAS_SAMPLES, readSample } from './fixtures/sampleFiles';

const READABLE: Readonly<Record<string, Told>> = {
  'ishne/ishne_example.ecg': { format: 'ISHNE', scale: '1 LSB = 2.5 µV, from the resolution of the lead', remarks: [] },
  'ishne/ishne_8lead.ecg': {
    format: 'ISHNE',
    scale: '1 LSB = 5 µV, from the resolution of the lead',
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
};

describeSamples({ of: 'ISHNE', folders: /^ishne\//, readable: READABLE });

it.skipIf(!HAS_SAMPLES)('sample files hold the same ECG as EDF and HL7 aECG where it is in all of them', async () => {
  const read = await readSample('ishne/ishne_example.ecg');
  expect(read.leads).toEqual((await readSample('hl7-aecg/Example_aECG.xml')).leads);
  const edf = await readSample('edf-bdf/biosig_example.edf');
  // The converter to EDF cut its steps of about 0.02 µV off instead of rounding them.
  read.leads.V4.forEach((sample, index) => expect(Math.abs(edf.leads.V4[index]! - sample)).toBeLessThan(1e-4));
});
