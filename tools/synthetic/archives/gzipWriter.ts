import { gzipSync } from 'node:zlib';
import type { EcgFile } from '../../../src/ecg/ecgFile';

/** A file packed by gzip, named as gzip names it. */
export function writeGzip({ name, bytes }: EcgFile): EcgFile {
  return { name: `${name}.gz`, bytes: new Uint8Array(gzipSync(bytes)) };
}
