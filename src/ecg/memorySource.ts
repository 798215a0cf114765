import type { Ecg } from './ecg';
import { toExcerpt } from './excerpt';
import type { RecordingSource } from './recordingSource';

/** A recording that is in memory as a whole, read in parts like one that is not. */
export function toMemorySource(ecg: Ecg): RecordingSource {
  const { samplingRateHz, sampleCount } = ecg;
  return { samplingRateHz, sampleCount, readExcerpt: async (first, count) => toExcerpt(ecg, first, count) };
}
