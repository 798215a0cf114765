import { describeSamples, type Told } from './fixtures/describeSamples';

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

describeSamples({ of: 'DICOM archives', folders: /^dicom\//, readable: READABLE, refused: REFUSED });
