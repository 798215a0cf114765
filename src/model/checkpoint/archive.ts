import {
  ERR_ENCRYPTED,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_CRC32,
  ERR_SPLIT_ZIP_FILE,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js';
import { Problem } from '../../ecg/problem';
import { toQuote } from '../../ecg/quote';
import { requireZip } from './fileKind';
import { withoutSpareZip64End } from './spareZip64End';

/** The records of a checkpoint, named without the folder that torch.save puts them in. */
export interface Archive {
  readonly has: (record: string) => boolean;
  /** Bytes of a record, without reading it. @throws Problem when there is none. */
  readonly size: (record: string) => number;
  /** The bytes of a record, verified by its checksum. @throws Problem when there is none or it is damaged. */
  readonly read: (record: string) => Promise<Uint8Array>;
}

const again = 'so copy or download the file again';

const toEncryptedProblem = (record: string): Problem =>
  new Problem(`The record ${toQuote(record)} of the checkpoint is encrypted: hand over the file without a password.`);

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function toDirectoryProblem(thrown: unknown, byteCount: number): Problem {
  const message = messageOf(thrown);
  if (message === ERR_SPLIT_ZIP_FILE) {
    return new Problem('This file is one part of a zip archive in several parts: join the parts first.');
  }
  if (message === ERR_EOCDR_NOT_FOUND) {
    return new Problem(
      `The checkpoint is cut off: its ${byteCount} bytes lack the end of the zip archive, ${again}.`,
    );
  }
  return new Problem(`The directory of the checkpoint’s zip archive is damaged, ${again}.`);
}

function toRecordProblem(record: string, thrown: unknown): Problem {
  const message = messageOf(thrown);
  if (message === ERR_ENCRYPTED) return toEncryptedProblem(record);
  const why = message === ERR_INVALID_CRC32 ? 'its checksum does not match' : 'it differs from the archive’s directory';
  return new Problem(`The record ${toQuote(record)} of the checkpoint is damaged (${why}), ${again}.`);
}

/** The folder of the one pickle that lists the contents, with its slash. */
function findFolder(names: readonly string[]): string {
  const pickles = names.filter((name) => /(^|\/)data\.pkl$/.test(name));
  if (pickles.length !== 1) {
    const found = pickles.length === 0 ? 'no record' : `${pickles.length} records`;
    throw new Problem(
      `This zip archive is no PyTorch checkpoint: it has ${found} named data.pkl, and its first record is ${toQuote(names[0] ?? '')}.`,
    );
  }
  const folder = pickles[0].slice(0, -'data.pkl'.length);
  if (names.some((name) => name.startsWith(`${folder}code/`) || name === `${folder}constants.pkl`)) {
    throw new Problem(
      'This is a TorchScript archive, a compiled program instead of a checkpoint: save the model’s state_dict() with torch.save.',
    );
  }
  return folder;
}

/** A record as torch.save writes it is stored plainly, so its size never exceeds the file's. */
function requirePlain(record: string, entry: FileEntry): void {
  if (entry.encrypted) throw toEncryptedProblem(record);
  if (entry.compressionMethod !== 0) {
    throw new Problem(
      `The record ${toQuote(record)} of the checkpoint is compressed, which torch.save never does: hand over the file as torch.save wrote it.`,
    );
  }
  if (entry.compressedSize !== entry.uncompressedSize) throw toRecordProblem(record, 'sizes');
}

/**
 * Opens a checkpoint's zip archive. Only the directory is read.
 *
 * @throws Problem when the file is no zip archive, is cut off, damaged, or holds no PyTorch checkpoint.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  requireZip(bytes);
  const reader = new ZipReader(new Uint8ArrayReader(withoutSpareZip64End(bytes)), {
    useWebWorkers: false,
    checkSignature: true,
    checkLocalFilename: true,
  });
  const entries = await reader.getEntries().catch((thrown: unknown) => {
    throw toDirectoryProblem(thrown, bytes.length);
  });
  const folder = findFolder(entries.map((entry) => entry.filename));
  const records = new Map<string, FileEntry>();
  for (const entry of entries) {
    if (entry.directory || !entry.filename.startsWith(folder)) continue;
    const record = entry.filename.slice(folder.length);
    if (records.has(record)) throw new Problem(`The checkpoint has two records named ${toQuote(record)}, ${again}.`);
    records.set(record, entry);
  }

  const entryOf = (record: string): FileEntry => {
    const entry = records.get(record);
    if (!entry) throw new Problem(`The checkpoint lacks the record ${toQuote(record)}, ${again}.`);
    requirePlain(record, entry);
    return entry;
  };
  return {
    has: (record) => records.has(record),
    size: (record) => entryOf(record).uncompressedSize,
    read: async (record) => {
      const entry = entryOf(record);
      const content = await entry.getData(new Uint8ArrayWriter()).catch((thrown: unknown) => {
        throw toRecordProblem(record, thrown);
      });
      if (content.length !== entry.uncompressedSize) throw toRecordProblem(record, 'length');
      return content;
    },
  };
}
