import { describe, expect, it } from 'vitest';
import { Problem } from '../problem';
import { expectSample, findSamples, HAS_SAMPLES, readSample, toDeviceLine } from './fixtures/sampleFiles';

interface Told {
  readonly format: string;
  readonly scale: string;
  readonly remarks: readonly string[];
  /** Rate; P, PR, QRS, QT; axes of P, QRS, T; then each QTc with its formula. Undefined: nothing is told. */
  readonly device: string | undefined;
}

/** Readable samples: how their format and scale are told, what is remarked, what the device measured. */
const READABLE: Readonly<Record<string, Told>> = {
  'dicom/Example.dcm': {
    format: 'DICOM (12-lead ECG)',
    scale: '1 LSB = 2.5 µV, from ChannelSensitivity',
    remarks: [
      'The file marks missing samples by 0, which is an ordinary value of its leads too: 1269 such samples were kept.',
    ],
    // Its axes are given in milliseconds, so they are none.
    device: '–; – 148 120 420; – – –; 443 –',
  },
  'dicom/waveform_ecg.dcm': {
    format: 'DICOM (12-lead ECG)',
    scale: '1 LSB = 1.25 µV, from ChannelSensitivity',
    remarks: [],
    device: '–; – 161 75 368; 74 52 57; 370 –',
  },
  'dicom/general_8lead_mdc.dcm': {
    format: 'DICOM (general ECG)',
    scale: '1 LSB = 2.44 µV, from ChannelSensitivity, with 0 at 50 µV, from ChannelBaseline',
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
    device: undefined,
  },
};

/** Samples that must be refused, with the sentence that the user reads. */
const REFUSED: Readonly<Record<string, string>> = {
  'dicom/ambulatory_2lead.dcm':
    'ambulatory_2lead.dcm is no complete 12-lead ECG: it lacks the leads I, V1, V2, V3, V4 and V6 and holds “V5” and “II”.',
};

describe.skipIf(!HAS_SAMPLES)('sample files of DICOM archives (skipped where ../shared/samples is absent)', () => {
  const samples = findSamples(/^dicom\//);

  it('are all in one of the two tables', () => {
    expect(samples.map(({ file }) => file).sort()).toEqual([...Object.keys(READABLE), ...Object.keys(REFUSED)].sort());
  });

  it.each(Object.entries(READABLE))('%s holds what an independent reader found', async (file, { device, ...told }) => {
    const ecg = await readSample(file);
    expect(ecg).toMatchObject(told);
    expect(toDeviceLine(ecg.deviceMeasurements)).toBe(device);
    expectSample(ecg, samples.find((sample) => sample.file === file)!);
  });

  it.each(Object.entries(REFUSED))('%s is refused', async (file, sentence) => {
    await expect(readSample(file)).rejects.toThrow(new Problem(sentence));
  });
});
