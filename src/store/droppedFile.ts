import type { EcgFile } from '../ecg/ecgFile';
import type { UnreadFile } from '../ecg/formats/groupFiles';
import { Problem } from '../ecg/problem';

/** A file as the browser hands it over. */
export type DroppedFile = UnreadFile;

/** Reads a file. @throws Problem where the browser cannot open it. */
export async function readDroppedFile(file: DroppedFile): Promise<EcgFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(`“${file.name}” could not be opened: it is a folder, or it was moved since it was chosen.`);
  }
}
