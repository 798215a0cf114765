import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterConstructorOptions } from '@zip.js/zip.js';

/** Writes a zip archive of records that are stored plainly, as torch.save does; the same bytes for the same records. */
export async function writeArchive(
  records: ReadonlyMap<string, Uint8Array>,
  options: ZipWriterConstructorOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    useWebWorkers: false,
    extendedTimestamp: false,
    dataDescriptor: false,
    lastModDate: new Date(1980, 0, 1),
    ...options,
  });
  for (const [name, bytes] of records) await writer.add(name, new Uint8ArrayReader(bytes));
  return await writer.close();
}
