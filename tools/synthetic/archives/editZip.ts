import type { EcgFile } from '../../../src/ecg/ecgFile';

/** A field of every file in a zip archive's directory (APPNOTE 4.3.12), or of the directory's end (4.3.16). */
const FIELDS = {
  flags: { of: 'PK\x01\x02', at: 8, bytes: 2 },
  method: { of: 'PK\x01\x02', at: 10, bytes: 2 },
  unpackedSize: { of: 'PK\x01\x02', at: 24, bytes: 4 },
  disk: { of: 'PK\x05\x06', at: 4, bytes: 2 },
  fileCount: { of: 'PK\x05\x06', at: 10, bytes: 2 },
  localMethod: { of: 'PK\x03\x04', at: 8, bytes: 2 },
  localUnpackedSize: { of: 'PK\x03\x04', at: 22, bytes: 4 },
} as const;

/** Writes numbers into fields of a zip archive, wherever they occur. */
export function editZip({ name, bytes }: EcgFile, fields: Partial<Record<keyof typeof FIELDS, number>>): EcgFile {
  const edited = Buffer.from(bytes);
  for (const [field, value] of Object.entries(fields) as [keyof typeof FIELDS, number][]) {
    const { of, at, bytes: size } = FIELDS[field];
    for (let found = edited.indexOf(of, 0, 'latin1'); found >= 0; found = edited.indexOf(of, found + 4, 'latin1')) {
      edited.writeUIntLE(value, found + at, size);
    }
  }
  return { name, bytes: new Uint8Array(edited) };
}
