import { durationSeconds, type Ecg } from '../ecg/ecg';
import { toMemorySource } from '../ecg/memorySource';
import type { RecordingSource } from '../ecg/recordingSource';
import { findBestStart } from '../signal/bestWindow';
import type { Overview } from '../signal/overview';
import { readWindow, USED_SECONDS } from '../signal/readWindow';
import type { Deps } from './deps';
import type { ReadyRecording } from './recordingState';

/** What is drawn, measured and given to the network of a recording, and the recording itself where that is longer. */
export type UsedPart = Pick<ReadyRecording, 'ecg' | 'whole'>;

/** The part of an ECG in memory that is used: all of it, or the ten seconds that are recorded best. */
export async function openUsedPart({ readOverview }: Pick<Deps, 'readOverview'>, ecg: Ecg): Promise<UsedPart> {
  if (durationSeconds(ecg) <= USED_SECONDS) return { ecg };
  const source = toMemorySource(ecg);
  return openWhole(source, await readOverview(source));
}

/** The ten seconds of a longer recording that are recorded best. @throws Problem where the recording cannot be read any more. */
export async function openWhole(source: RecordingSource, overview: Overview): Promise<UsedPart> {
  const startSeconds = findBestStart(overview);
  const ecg = await readWindow(source, startSeconds);
  return { ecg, whole: { source, overview, startSeconds, best: { startSeconds, ecg } } };
}
