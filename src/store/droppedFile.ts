import type { EcgFile } from '../ecg/ecgFile';
import type { UnreadFile } from '../ecg/formats/groupFiles';
import { Problem } from '../ecg/problem';

/** A file as the browser hands it over. */
export type DroppedFile = UnreadFile;

const MEGABYTE = 2 ** 20;
/** Read at once, a larger one takes half a gigabyte of memory and more. */
const MOST_BYTES = 128 * MEGABYTE;

/** Whether a file is too large to be read at once. */
export function isTooLarge({ size = 0 }: DroppedFile): boolean {
  return size > MOST_BYTES;
}

/** Reads a file. @throws Problem where the browser cannot open it, or it is too large to be read at once. */
export async function readDroppedFile(file: DroppedFile): Promise<EcgFile> {
  if (isTooLarge(file)) {
    const [size, most] = [file.size!, MOST_BYTES].map((bytes) => Math.round(bytes / MEGABYTE));
    throw new Problem(`“${file.name}” is ${size} MB large; of more than ${most} MB only recordings in ISHNE, EDF and BDF are read.`);
  }
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(`“${file.name}” could not be opened: it is a folder, or it was moved since it was chosen.`);
  }
}
