import type { Ecg } from '../ecg/ecg';
import type { RecordingSource } from '../ecg/recordingSource';

/** How much of a recording the network reads, in seconds: that much is drawn, measured and explained. */
export const USED_SECONDS = 10;

/** The last second at which {@link USED_SECONDS} of a recording can start; 0 where it is no longer than that. */
export function lastStartSeconds(durationSeconds: number): number {
  return Math.max(0, durationSeconds - USED_SECONDS);
}

/**
 * Reads the ten seconds of a recording that start at a time, or the nearest ten that are inside it.
 * @throws Problem where the recording cannot be read any more. RangeError where it is shorter.
 */
export async function readWindow(source: RecordingSource, startSeconds: number): Promise<Ecg> {
  const { samplingRateHz, sampleCount } = source;
  const count = Math.round(USED_SECONDS * samplingRateHz);
  const first = Math.round(Math.max(0, startSeconds) * samplingRateHz);
  return source.readExcerpt(Math.max(0, Math.min(sampleCount - count, first)), count);
}
