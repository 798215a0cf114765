import type { Ecg } from '../ecg';
import type { RecordingSource } from '../recordingSource';
import { requireInside } from '../requireInside';

const FIRST_SECONDS = 10;

/**
 * A recording of which a format reads parts. The first of them is read at once, so that what cannot be read is refused
 * when it is opened.
 * @param readPart the ECG from a sample on; asked only for what is inside the recording.
 */
export async function openPartSource(
  samplingRateHz: number,
  sampleCount: number,
  readPart: (firstSample: number, sampleCount: number) => Promise<Ecg>,
): Promise<RecordingSource> {
  await readPart(0, Math.min(sampleCount, Math.ceil(FIRST_SECONDS * samplingRateHz)));
  return {
    samplingRateHz,
    sampleCount,
    readExcerpt: async (first, count) => {
      requireInside(first, count, { sampleCount });
      return readPart(first, count);
    },
  };
}
