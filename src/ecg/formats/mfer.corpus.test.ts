import { describeSamples, type Told } from './fixtures/describeSamples';

const READABLE: Readonly<Record<string, Told>> = {
  'mfer/mfer_8lead_le.mwf': {
    format: 'MFER',
    scale: '1 LSB = 1.25 µV, from the sampling resolution',
    remarks: ['III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.'],
  },
};

describeSamples({ of: 'MFER', folders: /^mfer\//, readable: READABLE });
