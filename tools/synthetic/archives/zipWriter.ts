import type { ZipWriterConstructorOptions } from '@zip.js/zip.js';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { writeArchive } from '../archiveWriter';

/** A zip archive as computers make them: every file deflated; `files` are named by their paths in it. */
export async function writeZip(
  files: readonly EcgFile[],
  { name = 'records.zip', ...options }: ZipWriterConstructorOptions & { readonly name?: string } = {},
): Promise<EcgFile> {
  const contents = new Map(files.map((file) => [file.name, file.bytes]));
  return { name, bytes: await writeArchive(contents, { level: 6, ...options }) };
}
