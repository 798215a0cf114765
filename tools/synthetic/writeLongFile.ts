import { open } from 'node:fs/promises';

/** A recording that a writer made, to be made longer. */
interface Beginning {
  readonly bytes: Uint8Array;
  /** Where its samples begin. */
  readonly samplesAt: number;
}

/**
 * Writes a recording that is longer than memory should hold: the samples of a shorter one again and again, and then
 * nothing but zeros, for which a disk needs no room.
 * @param repeats how often the samples are written.
 * @param partCount how many times as long as the shorter one the recording is.
 */
export async function writeLongFile(path: string, { bytes, samplesAt }: Beginning, repeats: number, partCount = repeats): Promise<void> {
  const samples = bytes.subarray(samplesAt);
  const file = await open(path, 'w');
  try {
    await file.write(bytes.subarray(0, samplesAt));
    for (let part = 0; part < repeats; part++) await file.write(samples);
    await file.truncate(samplesAt + partCount * samples.length);
  } finally {
    await file.close();
  }
}
