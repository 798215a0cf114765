import type { EcgFile } from '../ecgFile';
import { toBaseName } from './baseName';
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
  /** The bytes from one offset to another, where a file can be opened in parts. */
  readonly slice?: (from: number, to: number) => Pick<Blob, 'arrayBuffer'>;
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
  const [leadersByName, followersByName] = [toIndex(leaders), toIndex(followers)];
  // A file may lead others that lead files themselves, as the header of a record of several segments does.
  const ledBy = (leader: SeenFile<File>) => findNamed(leader, leadersByName);
  const led = new Set(leaders.flatMap(ledBy));
  const recordings = leaders
    .filter((leader) => !led.has(leader))
    .map((leader) => [leader, ...ledBy(leader)])
    .map((group) => [...group, ...group.flatMap((leader) => followersOf(leader, followers, followersByName))])
    .map((group) => [...new Set(group)].map(({ file }) => file));
  const claimed = new Set(recordings.flat());
  const alone = seen.filter(({ file }) => !claimed.has(file)).map(({ file }) => [file]);
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...recordings, ...alone].sort(([a], [b]) => compare(toPath(a!), toPath(b!)));
}

type Index<File extends UnreadFile> = ReadonlyMap<string, readonly SeenFile<File>[]>;

function toIndex<File extends UnreadFile>(files: readonly SeenFile<File>[]): Index<File> {
  const index = new Map<string, SeenFile<File>[]>();
  for (const seen of files) {
    const name = toBaseName(seen.file.name);
    const namesakes = index.get(name);
    if (namesakes) namesakes.push(seen);
    else index.set(name, [seen]);
  }
  return index;
}

function followersOf<File extends UnreadFile>(
  leader: SeenFile<File>,
  followers: readonly SeenFile<File>[],
  byName: Index<File>,
): readonly SeenFile<File>[] {
  const isNamesake = (other: SeenFile) => other.isPart && toStem(other.file) === toStem(leader.file);
  const namesakes = followers.filter((other) => isBeside(other, leader) && isNamesake(other));
  return [...findNamed(leader, byName), ...namesakes];
}

/** The files that a leading file names; of several of one name those beside it, for they may be kept in another folder. */
function findNamed<File extends UnreadFile>(leader: SeenFile<File>, byName: Index<File>): readonly SeenFile<File>[] {
  return (leader.references ?? []).flatMap((reference) => {
    const named = byName.get(reference) ?? [];
    const beside = named.filter((other) => isBeside(other, leader));
    return beside.length > 0 ? beside : named;
  });
}

function isBeside(one: SeenFile, other: SeenFile): boolean {
  return toFolder(one.file) === toFolder(other.file);
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
