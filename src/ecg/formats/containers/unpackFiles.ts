import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { UnreadFile } from '../groupFiles';
import { type ArchiveBytes, toArchiveBytes } from './archiveBytes';
import { gunzip } from './gunzip';
import { MOST_FILE_BYTES, toMegabytes } from './limits';
import type { ZippedFile } from './openZip';
import { findPacking, toUnpackedName } from './packing';
import { setAside } from './setAside';

/**
 * Puts what archives hold in their places: of a zip archive its files, each in a folder named after the archive, of a gzip
 * file the one that it is; all other files are handed on. Nothing is unpacked but what is looked into or read, one file of
 * an archive at a time; a gzip file in a zip archive is unpacked with it, a zip archive in an archive is not opened.
 *
 * An archive that cannot be opened stays in its place, and reading it says why.
 */
export async function unpackFiles(files: readonly UnreadFile[]): Promise<readonly UnreadFile[]> {
  return (await Promise.all(files.map(unpackFile))).flat();
}

async function unpackFile(file: UnreadFile): Promise<readonly UnreadFile[]> {
  const archive = await toArchiveBytes(file).catch(() => undefined);
  const start = await archive?.read(0, 4).catch(() => undefined);
  // What cannot be opened at all is told when it is read.
  if (!archive || !start) return [file];
  const packing = findPacking(start);
  try {
    if (packing === 'zip') return await unpackZip(file, archive);
    return [packing === 'gzip' ? await toGunzipped(file, archive) : file];
  } catch (thrown) {
    return [toRefused(file, thrown)];
  }
}

/** A file of which there is nothing but why it cannot be read. */
function toRefused({ name, folder }: Pick<UnreadFile, 'name' | 'folder'>, reason: unknown): UnreadFile {
  return { name, ...(folder !== undefined && { folder }), arrayBuffer: () => Promise.reject(reason) };
}

async function toGunzipped({ name, folder }: UnreadFile, archive: ArchiveBytes): Promise<UnreadFile> {
  if (archive.size > MOST_FILE_BYTES) {
    throw new Problem(
      `${toQuote(name)} is ${toMegabytes(archive.size)} long; at most ${toMegabytes(MOST_FILE_BYTES)} are unpacked: unpack it and open the file itself.`,
    );
  }
  const arrayBuffer = async () => {
    const bytes = await gunzip(await archive.read(0, archive.size), name);
    requireNoZip(bytes, toUnpackedName(name), name);
    return bytes.buffer;
  };
  // The last four bytes tell the length, modulo 2³² (RFC 1952, 2.3.1).
  const end = await archive.read(archive.size - 4, 4);
  const size = end.length === 4 ? new DataView(end.buffer, end.byteOffset).getUint32(0, true) : 0;
  return { name: toUnpackedName(name), size, ...(folder !== undefined && { folder }), arrayBuffer };
}

async function unpackZip(file: UnreadFile, archive: ArchiveBytes): Promise<readonly UnreadFile[]> {
  // Its library is needed for nothing else.
  const { openZip } = await import('./openZip');
  const zipped = await openZip(archive, file.name);
  requireNoDocument(zipped, file.name);
  const inTurn = createTurns();
  const place = file.folder ? `${file.folder}/${file.name}` : file.name;
  const unread = zipped.map((inside) => toUnread(inside, file.name, place, inTurn));
  const { kept, problem } = await setAside(file.name, unread);
  if (!problem) return kept;
  // U+FFFF is sorted behind all other characters (Unicode TR 35, 5): first come the ECGs.
  return [...kept, toRefused(kept.length === 0 ? file : { name: file.name, folder: `${place}/\uFFFF` }, problem)];
}

function toUnread(inside: ZippedFile, archiveName: string, place: string, inTurn: Turns): UnreadFile {
  const name = toUnpackedName(inside.name);
  const folder = inside.folder ? `${place}/${inside.folder}` : place;
  const unpack = async () => {
    const bytes = await inside.unpack();
    requireNoZip(bytes, inside.name, archiveName);
    return (findPacking(bytes) === 'gzip' ? await gunzip(bytes, inside.name) : bytes).buffer;
  };
  // Of a packed file the archive does not know the size.
  return { name, ...(name === inside.name && { size: inside.size }), folder, arrayBuffer: () => inTurn(unpack) };
}

/** Documents and tables of Office are zip archives of their parts (ECMA-376, part 2). */
function requireNoDocument(zipped: readonly ZippedFile[], name: string): void {
  if (!zipped.some((inside) => inside.folder === '' && inside.name === '[Content_Types].xml')) return;
  throw new Problem(`${toQuote(name)} is an Office document, which is not read here: save its table as CSV.`);
}

function requireNoZip(bytes: Uint8Array, name: string, archiveName: string): void {
  if (findPacking(bytes) !== 'zip') return;
  throw new Problem(`${toQuote(name)} in ${toQuote(archiveName)} is an archive in an archive: take it out and open it by itself.`);
}

type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets one piece of work begin when the one before is done, however it ended. */
function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
