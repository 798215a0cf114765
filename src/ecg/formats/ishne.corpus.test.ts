import { describe, expect, it } from 'vitest';
import { expectSample, findSamples, HAS_SAMPLES, readSample } from './fixtures/sampleFiles';

interface Told {
  readonly scale: string;
  readonly remarks: readonly string[];
}

const READABLE: Readonly<Record<string, Told>> = {
  'ishne/ishne_example.ecg': { scale: '1 LSB = 2.5 µV, from the resolution of the lead', remarks: [] },
  'ishne/ishne_8lead.ecg': {
    scale: '1 LSB = 5 µV, from the resolution of the lead',
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
};

describe.skipIf(!HAS_SAMPLES)('sample files of ISHNE (skipped where ../shared/samples is absent)', () => {
  const samples = findSamples(/^ishne\//);

  it('are all in the table', () => {
    expect(samples.map(({ file }) => file).sort()).toEqual(Object.keys(READABLE).sort());
  });

  it.each(Object.entries(READABLE))('%s holds what an independent reader found', async (file, told) => {
    const ecg = await readSample(file);
    expect(ecg).toMatchObject({ format: 'ISHNE', ...told });
    expectSample(ecg, samples.find((sample) => sample.file === file)!);
  });

  it('hold the same ECG as EDF and HL7 aECG where it is in all of them', async () => {
    const read = await readSample('ishne/ishne_example.ecg');
    expect(read.leads).toEqual((await readSample('hl7-aecg/Example_aECG.xml')).leads);
    const edf = await readSample('edf-bdf/biosig_example.edf');
    // The converter to EDF cut its steps of about 0.02 µV off instead of rounding them.
    read.leads.V4.forEach((sample, index) => expect(Math.abs(edf.leads.V4[index]! - sample)).toBeLessThan(1e-4));
  });
});
