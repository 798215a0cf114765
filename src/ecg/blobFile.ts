import type { PartialFile } from './partialFile';
import { Problem } from './problem';

/** A file of the browser, of which parts are read from the disk. */
export function toBlobFile(name: string, blob: Blob): PartialFile {
  return {
    name,
    size: blob.size,
    read: async (offset, length) => {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch {
        throw new Problem(`${name} cannot be read any more: it was moved, changed or removed since it was chosen.`);
      }
    },
  };
}
