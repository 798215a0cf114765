import type { RecordingSource } from '../ecg/recordingSource';
import type { Overview } from './overview';
import { toQualityScore } from './quality/qualityScore';
import { readOverview } from './readOverview';
import { USED_SECONDS } from './readWindow';

/** A page that is still for longer feels stuck. */
const TURN_MILLISECONDS = 30;
const CHUNK_SECONDS = 15;

/** Reads the overview of a recording in memory, in turns so short that whoever waits meanwhile has an answer in between. */
export function readOverviewInTurns(source: RecordingSource): Promise<Overview> {
  let began = performance.now();
  const afterChunk = async (): Promise<void> => {
    if (performance.now() - began < TURN_MILLISECONDS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  };
  return readOverview(source, { windowSeconds: USED_SECONDS, scoreQuality: toQualityScore, chunkSeconds: CHUNK_SECONDS, afterChunk });
}
