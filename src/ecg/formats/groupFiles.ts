import type { EcgFile } from '../ecgFile';
import { findContents } from './contents';
import type { EcgFormat } from './format';
import { loadFormats } from './registry';

/** A file that was handed over and not yet read. */
export interface UnreadFile {
  readonly name: string;
  /** Bytes; where it is not known, the file is looked into whatever its size. */
  readonly size?: number;
  /** The folder it came in, where one is known. */
  readonly folder?: string;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** What a file says about the files that belong to it. */
export interface SeenFile<File extends UnreadFile = UnreadFile> {
  readonly file: File;
  /** The base names that it refers to as the leading file of a recording; undefined where it leads none. */
  readonly references: readonly string[] | undefined;
  /** Whether it could be a part of another file's recording: bare numbers or notes, by content no file of its own kind. */
  readonly isPart: boolean;
}

/** A file that leads others is small, a header of a few hundred bytes; what is longer is not looked into. */
const LONGEST_LEADING_BYTES = 2 ** 20;
const BARE_SAMPLES = /\.(?:dat|mat)$/i;

/**
 * Puts files that were handed over together into recordings: files that refer to each other, and those that share their
 * leading file's folder and name, belong together; every other file stands alone, to be read or refused by itself.
 * Recordings come in the natural order of their names ("ecg2" before "ecg10").
 */
export async function groupFiles<File extends UnreadFile>(files: readonly File[]): Promise<readonly (readonly File[])[]> {
  if (files.length < 2) return files.map((file) => [file]);
  const formats = await loadFormats();
  return toRecordings(await Promise.all(files.map((file) => lookInto(file, formats))));
}

/** {@link groupFiles} for files that were looked into. */
export function toRecordings<File extends UnreadFile>(seen: readonly SeenFile<File>[]): readonly (readonly File[])[] {
  const leaders = seen.filter(({ references }) => references !== undefined);
  const followers = seen.filter(({ references }) => references === undefined);
  const recordings = leaders.map((leader) => [leader.file, ...followersOf(leader, followers).map(({ file }) => file)]);
  const claimed = new Set(recordings.flat());
  const alone = followers.filter(({ file }) => !claimed.has(file)).map(({ file }) => [file]);
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...recordings, ...alone].sort(([a], [b]) => compare(toPath(a!), toPath(b!)));
}

function followersOf<File extends UnreadFile>(
  { file: leader, references = [] }: SeenFile<File>,
  followers: readonly SeenFile<File>[],
): readonly SeenFile<File>[] {
  const isNamed = ({ file }: SeenFile) => references.includes(file.name.toLowerCase());
  const isBeside = ({ file }: SeenFile) => toFolder(file) === toFolder(leader);
  const isNamesake = (other: SeenFile) => other.isPart && toStem(other.file) === toStem(leader);
  const beside = followers.filter((other) => isBeside(other) && (isNamed(other) || isNamesake(other)));
  // Signals may be kept in a folder of their own.
  const elsewhere = followers.filter((other) => isNamed(other) && !isBeside(other));
  const isFound = ({ file }: SeenFile) => beside.some((other) => other.file.name.toLowerCase() === file.name.toLowerCase());
  return [...beside, ...elsewhere.filter((other) => !isFound(other))];
}

async function lookInto<File extends UnreadFile>(file: File, formats: readonly EcgFormat[]): Promise<SeenFile<File>> {
  if (BARE_SAMPLES.test(file.name)) return { file, references: undefined, isPart: true };
  if ((file.size ?? 0) > LONGEST_LEADING_BYTES) return { file, references: undefined, isPart: false };
  try {
    const read: EcgFile = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    const references = formats.map(({ findReferences }) => findReferences?.(read)).find((found) => found !== undefined);
    return { file, references, isPart: findContents(read.bytes) === undefined };
  } catch {
    // What cannot be opened is told when it is read.
    return { file, references: undefined, isPart: false };
  }
}

function toFolder({ folder = '' }: UnreadFile): string {
  return folder;
}

function toStem({ name }: UnreadFile): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

function toPath(file: UnreadFile): string {
  return `${toFolder(file)}/${file.name}`;
}
