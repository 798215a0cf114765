import type { Ecg } from '../ecg';
import type { RecordingSource } from '../recordingSource';

/** Some 43 min at 200 Hz or 17 min at 500 Hz: of twelve leads 25 MB, read in about a second. */
const MOST_SAMPLES = 2 ** 19;

/** All of a recording, or of a Holter recording its beginning, with a remark that says so. */
export async function readBeginning({ samplingRateHz, sampleCount, readExcerpt }: RecordingSource): Promise<Ecg> {
  if (sampleCount <= MOST_SAMPLES) return readExcerpt(0, sampleCount);
  const ecg = await readExcerpt(0, MOST_SAMPLES);
  const lengths = [sampleCount, MOST_SAMPLES].map((count) => toWords(count / samplingRateHz));
  return { ...ecg, remarks: [`The recording is ${lengths[0]!} long; its first ${lengths[1]!} were read.`, ...ecg.remarks] };
}

/** "24 h 0 min", "34 min". */
function toWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
