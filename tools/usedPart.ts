import { durationSeconds, type Ecg } from '../src/ecg/ecg';
import { toMemorySource } from '../src/ecg/memorySource';
import { Problem } from '../src/ecg/problem';
import { findBestStart } from '../src/signal/bestWindow';
import { readOverviewInTurns } from '../src/signal/readOverviewInTurns';
import { lastStartSeconds, readWindow, USED_SECONDS } from '../src/signal/readWindow';

/** What the network is given of a recording. */
export interface UsedPart {
  readonly ecg: Ecg;
  readonly startSeconds: number;
  /** The whole recording's length. */
  readonly durationSeconds: number;
}

/**
 * The ten seconds of a recording that start at a time; where none is told, those that are recorded best, as the page has it.
 * @throws Problem where ten seconds from there on are not inside the recording.
 */
export async function readUsedPart(ecg: Ecg, startSeconds: number | undefined): Promise<UsedPart> {
  const whole = durationSeconds(ecg);
  const last = lastStartSeconds(whole);
  if (startSeconds !== undefined && !(startSeconds >= 0 && startSeconds <= last)) {
    throw new Problem(`--start is between 0 and ${last} in a recording of ${whole} s, not ${startSeconds}.`);
  }
  if (whole <= USED_SECONDS) return { ecg, startSeconds: 0, durationSeconds: whole };
  const source = toMemorySource(ecg);
  const start = startSeconds ?? findBestStart(await readOverviewInTurns(source));
  return { ecg: await readWindow(source, start), startSeconds: start, durationSeconds: whole };
}
