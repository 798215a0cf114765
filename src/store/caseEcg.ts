import type { Ecg } from '../ecg/ecg';
import type { ReadyRecording } from './recordingState';

/** What a recording is in a reading study: of a long one the ten seconds that are used where the reader chooses no other. */
export function toCaseEcg({ ecg, whole }: ReadyRecording): Ecg {
  return whole?.best.ecg ?? ecg;
}
