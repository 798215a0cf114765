import type { EcgFile } from '../ecg/ecgFile';
import { toBlobFile } from '../ecg/blobFile';
import type { DroppedFile } from './droppedFile';

/** No file of a format that is read in parts is as short and longer than what is read of a recording at once. */
const LONGER_THAN_BYTES = 2 ** 23;
const END_BYTES = 2 ** 20;

/** The file of a recording that may be longer than memory: one file alone, of which the browser can give parts. */
export function findLongFile(files: readonly DroppedFile[]): File | undefined {
  const [file] = files;
  return files.length === 1 && file instanceof File && file.size > LONGER_THAN_BYTES ? file : undefined;
}

/**
 * What tells a long file from others without reading all of it: its length, its first and its last megabyte. Two
 * recordings differ in their headers, and in the noise of their first minutes if not; only a copy that was edited in its
 * middle alone, at the same length, would be taken for the original, and only to say that it is open already.
 */
export async function readEnds(file: File): Promise<EcgFile[]> {
  const { name, size, read } = toBlobFile(file.name, file);
  const ends = [await read(0, END_BYTES), await read(size - END_BYTES, END_BYTES)];
  return [new TextEncoder().encode(`${size} bytes`), ...ends].map((bytes) => ({ name, bytes }));
}
