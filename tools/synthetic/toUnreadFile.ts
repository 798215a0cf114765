import type { EcgFile } from '../../src/ecg/ecgFile';
import type { UnreadFile } from '../../src/ecg/formats/groupFiles';

/** A file as a browser hands it over, opened in parts or whole. */
export function toUnreadFile({ name, bytes }: EcgFile, folder?: string): UnreadFile {
  const blob = new Blob([bytes.slice()]);
  return {
    name,
    size: bytes.length,
    arrayBuffer: () => blob.arrayBuffer(),
    slice: (from, to) => blob.slice(from, to),
    ...(folder !== undefined && { folder }),
  };
}
