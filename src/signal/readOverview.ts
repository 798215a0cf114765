import type { RecordingSource } from '../ecg/recordingSource';
import { createOverviewBuilder, type Overview } from './overview';
import type { ScoreQuality } from './qualityWindows';

/** What reading an overview needs besides the recording. */
export interface OverviewReading {
  /** The length that is used of a recording. */
  readonly windowSeconds: number;
  readonly scoreQuality: ScoreQuality;
  /** How much is read at once; more is faster, less lets a page answer sooner. */
  readonly chunkSeconds: number;
  /** Called after each part with the share that was read, 0 … 1. The next waits for what it returns; what it throws ends the reading. */
  readonly afterChunk: (share: number) => Promise<void> | void;
}

/** Reads a recording from its first sample to its last and sees what is in it. @throws Problem where it cannot be read. */
export async function readOverview(source: RecordingSource, reading: OverviewReading): Promise<Overview> {
  const { samplingRateHz, sampleCount } = source;
  const { windowSeconds, scoreQuality, chunkSeconds, afterChunk } = reading;
  const builder = createOverviewBuilder(samplingRateHz, sampleCount, windowSeconds, scoreQuality);
  const chunk = Math.max(1, Math.round(chunkSeconds * samplingRateHz));
  for (let first = 0; first < sampleCount; first += chunk) {
    const count = Math.min(chunk, sampleCount - first);
    builder.add(await source.readExcerpt(first, count), first);
    await afterChunk((first + count) / sampleCount);
  }
  return builder.finish();
}
