import type { Ecg } from '../ecg';
import type { RecordingSource } from '../recordingSource';

/** Some 43 min at 200 Hz or 17 min at 500 Hz: of twelve leads 25 MB, read in about a second. */
const MOST_SAMPLES = 2 ** 19;

/** How much of a recording is read at once. */
export interface ReadLength {
  /** Samples of every lead. */
  readonly sampleCount: number;
  /** One sentence where that is not all; none otherwise. */
  readonly remarks: readonly string[];
}

/** How many samples of a recording are read at once, from its first: all, or of a Holter recording its beginning. */
export function toReadLength(heldCount: number, samplingRateHz: number): ReadLength {
  if (heldCount <= MOST_SAMPLES) return { sampleCount: heldCount, remarks: [] };
  const lengths = [heldCount, MOST_SAMPLES].map((count) => toWords(count / samplingRateHz));
  return { sampleCount: MOST_SAMPLES, remarks: [`The recording is ${lengths[0]!} long; its first ${lengths[1]!} were read.`] };
}

/** A recording as far as it is read at once, with a remark where that is not all. */
export async function readBeginning({ samplingRateHz, sampleCount, readExcerpt }: RecordingSource): Promise<Ecg> {
  const { sampleCount: readCount, remarks } = toReadLength(sampleCount, samplingRateHz);
  const ecg = await readExcerpt(0, readCount);
  return remarks.length === 0 ? ecg : { ...ecg, remarks: [...remarks, ...ecg.remarks] };
}

/** "24 h 0 min", "34 min". */
function toWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
