import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { RecordingSource } from '../recordingSource';
import { readBeginning } from './longRecording';

it('reads all of a short recording and the beginning of a long one, and says so', async () => {
  const asked: (readonly number[])[] = [];
  const ecg = { ...createSyntheticEcg({ seed: 7 }), remarks: ['As the file says.'] };
  const readExcerpt: RecordingSource['readExcerpt'] = async (...part) => (asked.push(part), ecg);
  expect(await readBeginning({ samplingRateHz: 500, sampleCount: 2 ** 19, readExcerpt })).toBe(ecg);
  const { remarks } = await readBeginning({ samplingRateHz: 200, sampleCount: 24 * 3600 * 200, readExcerpt });
  expect(remarks).toEqual(['The recording is 24 h 0 min long; its first 43 min were read.', 'As the file says.']);
  expect(asked).toEqual([[0, 2 ** 19], [0, 2 ** 19]]);
});
