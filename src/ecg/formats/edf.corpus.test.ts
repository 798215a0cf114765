import { describeSamples, type Told } from './fixtures/describeSamples';

const FIELD = 'from the physical and digital range';

/** Readable samples: how their format and scale are told, and what is remarked. */
const READABLE: Readonly<Record<string, Told>> = {
  'edf-bdf/edfplus_12.edf': {
    format: 'EDF+C',
    scale: `1 LSB = 1 µV, ${FIELD}`,
    remarks: ['Signals beside the twelve leads were not read: “EDF Annotations”.'],
  },
  'edf-bdf/edf_8lead.edf': {
    format: 'EDF',
    scale: `1 LSB = 0.3052 µV, ${FIELD}`,
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
  'edf-bdf/biosig_example.edf': {
    format: 'EDF+C',
    scale: /^1 LSB = 0\.01099 µV \(I\); 1 LSB = 0\.0153 µV \(II\); /,
    remarks: [],
  },
};

/** Samples that must be refused, with the sentence that the user reads. */
const REFUSED: Readonly<Record<string, string>> = {
  'edf-bdf/cardio_sample.edf':
    'cardio_sample.edf is no complete 12-lead ECG: it lacks the leads I, II, V1, V2, V3, V4, V5 and V6 and holds “ECG”.',
};

describeSamples({ of: 'EDF', folders: /^edf-bdf\//, readable: READABLE, refused: REFUSED });
