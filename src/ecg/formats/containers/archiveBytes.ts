import type { UnreadFile } from '../groupFiles';

/** A file of which stretches are read when they are wanted. */
export interface ArchiveBytes {
  readonly size: number;
  /** The bytes from an offset on; fewer than asked for at the end of the file. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** The bytes of a file that was handed over. One that cannot be opened in parts is held whole. */
export async function toArchiveBytes(file: UnreadFile): Promise<ArchiveBytes> {
  const { size, slice } = file;
  if (size !== undefined && slice !== undefined) {
    const read = async (offset: number, length: number) =>
      new Uint8Array(await file.slice!(offset, Math.min(offset + length, size)).arrayBuffer());
    return { size, read };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length));
  return { size: bytes.length, read };
}
