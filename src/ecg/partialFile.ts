import type { EcgFile } from './ecgFile';
import { Problem } from './problem';

/** A file of which parts are read when they are wanted, because it may be longer than memory. */
export interface PartialFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /**
   * The bytes from an offset on, fewer where the file ends before.
   * @throws Problem where the file cannot be read any more.
   */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** A file whose bytes are all in memory, as one of which parts are read. */
export function toPartialFile({ name, bytes }: EcgFile): PartialFile {
  return { name, size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** All of the bytes from an offset on. @throws Problem where the file became shorter than it was. */
export async function readExactly(file: PartialFile, offset: number, length: number): Promise<Uint8Array> {
  const bytes = await file.read(offset, length);
  if (bytes.length === length) return bytes;
  throw new Problem(`${file.name} changed since it was opened: its bytes ${offset} to ${offset + length} are not there any more.`);
}
