import type { EdfSamples, SampleRange } from './samples';
import type { EdfStretch } from './timeline';

/** Samples of a lead that follow each other without a pause. */
export interface EdfRun {
  /** Where it begins in the recording, pauses counted, in samples. */
  readonly start: number;
  /** Where it begins in the file, pauses not counted. */
  readonly firstInFile: number;
  readonly count: number;
}

/** The stretches of a recording in samples of its leads. */
export function toRuns(stretches: readonly EdfStretch[], samplesPerRecord: number, samplingRateHz: number): readonly EdfRun[] {
  return stretches.map(({ firstRecord, recordCount, startSeconds }) => ({
    start: startSeconds === 0 ? 0 : Math.round(startSeconds * samplingRateHz),
    firstInFile: firstRecord * samplesPerRecord,
    count: recordCount * samplesPerRecord,
  }));
}

/**
 * Samples of leads over a part of the recording; NaN where it paused.
 * @param read gives samples of each lead by their place in the file.
 */
export async function readAcrossPauses(
  runs: readonly EdfRun[],
  { first, count }: SampleRange,
  read: (range: SampleRange) => Promise<EdfSamples[]>,
): Promise<readonly ArrayLike<number>[]> {
  const end = first + count;
  const touched = runs.filter((run) => run.start < end && run.start + run.count > first);
  const [only] = touched;
  if (only && only.start <= first && only.start + only.count >= end) return read({ first: only.firstInFile + first - only.start, count });
  const leads = (await read({ first: 0, count: 0 })).map(() => new Float32Array(count).fill(NaN));
  for (const { start, firstInFile, count: length } of touched) {
    const from = Math.max(first, start);
    const samples = await read({ first: firstInFile + from - start, count: Math.min(end, start + length) - from });
    leads.forEach((lead, index) => lead.set(samples[index]!, from - first));
  }
  return leads;
}
