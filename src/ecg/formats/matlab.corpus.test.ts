import { expect, it } from 'vitest';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { describeSamples, type Told } from './fixtures/describeSamples';
import { HAS_SAMPLES, readSample } from './fixtures/sampleFiles';

const ORDER = STANDARD_LEADS.join(', ');
const STATED = `Not in the file, but as you stated: the sampling rate of 500 Hz and the order of the leads (${ORDER}).`;

const READABLE: Readonly<Record<string, Told>> = {
  'mat/cpsc_A1980.mat': {
    format: 'MATLAB file (level 5)',
    scale: '1 unit = 1000 µV, from the unit of its numbers, as you stated',
    remarks: [STATED],
    stated: { samplingRateHz: 500, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS },
  },
  'mat/orphan_val_only.mat': {
    format: 'MATLAB file (level 4)',
    scale: '1 unit = 1 µV, from the unit of its numbers, as you stated',
    remarks: [STATED],
    stated: { samplingRateHz: 500, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS },
  },
};

describeSamples({ of: 'MATLAB', folders: /^mat\//, readable: READABLE });

it.skipIf(!HAS_SAMPLES)('sample files ask for all that they do not say at once, and for a header where one belongs to them', async () => {
  const questionOf = async (file: string): Promise<NeedsFacts> => {
    const asked: unknown = await readSample(file).catch((thrown: unknown) => thrown);
    if (!(asked instanceof NeedsFacts)) throw asked;
    return asked;
  };
  const missing = 'at what rate it was sampled, in what unit its numbers are and in which order its leads stand';
  const orphan = await questionOf('mat/orphan_val_only.mat');
  expect(orphan.message).toBe(`orphan_val_only.mat does not say ${missing}; its header orphan_val_only.hea says it, so open both together.`);
  expect(orphan.missing).toMatchObject([{ sampleCount: 5000 }, { inferred: { microvoltsPerUnit: 1 } }, { leadCount: 12 }]);
  const structure = await questionOf('mat/cpsc_A1980.mat');
  expect(structure.message).toBe(`cpsc_A1980.mat does not say ${missing}.`);
  expect(structure.missing).toMatchObject([{ sampleCount: 5000 }, { inferred: { microvoltsPerUnit: 1000 } }, { leadCount: 12 }]);
});
