import { expect, it } from 'vitest';
import { toReadLength } from './longRecording';

it('reads all of a short recording and the beginning of a long one, and says so', () => {
  expect(toReadLength(2 ** 19, 500)).toEqual({ sampleCount: 2 ** 19, remarks: [] });
  expect(toReadLength(24 * 3600 * 200, 200)).toEqual({
    sampleCount: 2 ** 19,
    remarks: ['The recording is 24 h 0 min long; its first 43 min were read.'],
  });
});
