/** More files than this are no handful of ECGs but a database, of which a part is to be chosen first. */
export const MOST_FILES = 2000;

/** All files of an archive together, unpacked. No more than one at a time is held. */
export const MOST_ARCHIVE_BYTES = 512 * 2 ** 20;

/** One unpacked file, which is held whole; a 12-lead ECG of 10 s is far smaller. */
export const MOST_FILE_BYTES = 128 * 2 ** 20;

/** Files that are small when unpacked may be as empty as they like. */
export const SMALL_BYTES = 8 * 2 ** 20;

/** An ECG is compressed to a half or a fifth; a hundred leads that are all flat may reach this, what exceeds it is no ECG. */
export const MOST_RATIO = 200;

/** A size as a sentence gives it: "415 MB". */
export function toMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MB`;
}
