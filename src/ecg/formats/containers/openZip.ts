import {
  type Entry,
  ERR_ENCRYPTED,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_CRC32,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { ArchiveBytes } from './archiveBytes';
import { MOST_ARCHIVE_BYTES, MOST_FILE_BYTES, MOST_FILES, MOST_RATIO, SMALL_BYTES, toMegabytes } from './limits';

/** A file in a zip archive. */
export interface ZippedFile {
  /** Its name without folders. */
  readonly name: string;
  /** The folder it lies in, without a slash at the end; empty at the top. */
  readonly folder: string;
  /** Bytes when unpacked, as the archive says. */
  readonly size: number;
  /** @throws Problem where it is encrypted, damaged, packed in a way that is not read here, or too large. */
  readonly unpack: () => Promise<Uint8Array<ArrayBuffer>>;
}

const OPTIONS = { useWebWorkers: false, checkSignature: true, checkOverlappingEntry: true } as const;
const AGAIN = 'copy or download the archive again';

/** Compression methods that archives are met with besides the two that are read, 0 and 8 (APPNOTE 4.4.5). */
const METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'shrinking'],
  [6, 'imploding'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
]);

/**
 * The files in a zip archive (PKWARE APPNOTE 6.3.10), of which only the directory is read; what a computer adds for itself
 * is left out.
 * @param name the archive's, for sentences.
 * @throws Problem where the directory cannot be read, or lists more or larger files than are opened at once.
 */
export async function openZip(archive: ArchiveBytes, name: string): Promise<readonly ZippedFile[]> {
  const entries = await listEntries(archive, name);
  const files = entries.filter((entry): entry is FileEntry => !entry.directory && !isComputersOwn(entry.filename));
  const unpacked = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > MOST_ARCHIVE_BYTES) {
    throw new Problem(
      `${toQuote(name)} unpacks to ${toMegabytes(unpacked)}; at most ${toMegabytes(MOST_ARCHIVE_BYTES)} are opened at once: unpack it and choose its files.`,
    );
  }
  return files.map((entry) => {
    const path = entry.filename.replaceAll('\\', '/').replace(/[\p{Cc}\uFFFD]/gu, '·').split('/');
    return {
      name: path.at(-1)!,
      folder: path.slice(0, -1).filter((part) => part !== '' && part !== '.').join('/'),
      size: entry.uncompressedSize,
      unpack: () => unpack(entry, name),
    };
  });
}

async function listEntries(archive: ArchiveBytes, name: string): Promise<readonly Entry[]> {
  const reader = new ZipReader(new ArchiveReader(archive), OPTIONS);
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > MOST_FILES) break;
    }
  } catch (thrown) {
    throw toDirectoryProblem(thrown, name);
  }
  if (entries.length <= MOST_FILES) return entries;
  const most = MOST_FILES.toLocaleString('en');
  throw new Problem(`${toQuote(name)} holds more than ${most} files, the most that are opened at once: unpack it and choose some of them.`);
}

/** Hidden files, and those that macOS and Windows leave in archives. */
function isComputersOwn(path: string): boolean {
  return /(?:^|[\\/])(?:__MACOSX[\\/]|\.[^\\/.]|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

async function unpack(entry: FileEntry, archiveName: string): Promise<Uint8Array<ArrayBuffer>> {
  requireReadable(entry, archiveName);
  const bytes = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  // A file that is longer than the directory says is refused while it is unpacked, or it might never end.
  const target = new WritableStream<Uint8Array>({
    write: (part) => {
      if (length + part.length > bytes.length) throw new RangeError('longer than announced');
      bytes.set(part, length);
      length += part.length;
    },
  });
  await entry.getData(target).catch((thrown: unknown) => {
    throw toEntryProblem(thrown, entry, archiveName);
  });
  if (length !== bytes.length) throw toEntryProblem(undefined, entry, archiveName);
  return bytes;
}

function requireReadable(entry: FileEntry, archiveName: string): void {
  const { encrypted, compressionMethod, compressedSize, uncompressedSize } = entry;
  if (encrypted) throw toEncryptedProblem(entry, archiveName);
  if (compressionMethod !== 0 && compressionMethod !== 8) throw toMethodProblem(entry, archiveName);
  if (uncompressedSize > MOST_FILE_BYTES) {
    throw new Problem(
      `${toPlace(entry, archiveName)} is ${toMegabytes(uncompressedSize)} long; at most ${toMegabytes(MOST_FILE_BYTES)} are unpacked: unpack the archive and open the file itself.`,
    );
  }
  if (uncompressedSize > Math.max(SMALL_BYTES, MOST_RATIO * compressedSize)) {
    throw new Problem(
      `${toPlace(entry, archiveName)} unpacks to more than ${MOST_RATIO} times its size, as no ECG does: it is not opened.`,
    );
  }
}

function toDirectoryProblem(thrown: unknown, name: string): Problem {
  const message = messageOf(thrown);
  if (message === ERR_SPLIT_ZIP_FILE) {
    return new Problem(`${toQuote(name)} is one part of an archive in several parts: join the parts first.`);
  }
  if (message === ERR_EOCDR_NOT_FOUND) {
    return new Problem(`${toQuote(name)} is cut off: it lacks the end of a zip archive, so ${AGAIN}.`);
  }
  return new Problem(`${toQuote(name)} is damaged: its list of files cannot be read, so ${AGAIN}.`);
}

function toEntryProblem(thrown: unknown, entry: FileEntry, archiveName: string): Problem {
  const message = messageOf(thrown);
  if (message === ERR_ENCRYPTED) return toEncryptedProblem(entry, archiveName);
  if (message === ERR_UNSUPPORTED_COMPRESSION) return toMethodProblem(entry, archiveName);
  const why = message === ERR_INVALID_CRC32 ? 'its checksum does not match' : 'it cannot be unpacked';
  return new Problem(`${toPlace(entry, archiveName)} is damaged: ${why}, so ${AGAIN}.`);
}

function toEncryptedProblem(entry: FileEntry, archiveName: string): Problem {
  return new Problem(
    `${toPlace(entry, archiveName)} is encrypted: unpack the archive with its password and open the file itself.`,
  );
}

function toMethodProblem(entry: FileEntry, archiveName: string): Problem {
  const { compressionMethod } = entry;
  const method = METHODS.get(compressionMethod) ?? `method ${compressionMethod}`;
  return new Problem(
    `${toPlace(entry, archiveName)} is compressed by ${method}, which is not read here: unpack the archive and open the file itself.`,
  );
}

function toPlace({ filename }: FileEntry, archiveName: string): string {
  return `${toQuote(filename)} in ${toQuote(archiveName)}`;
}

function messageOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.message : undefined;
}

/** Lets the library read stretches of an archive. */
class ArchiveReader extends Reader<ArchiveBytes> {
  constructor(private readonly archive: ArchiveBytes) {
    super(archive);
    this.size = archive.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.archive.read(index, length);
  }
}
