import { compareLogs, type LogComparison } from '../compareLogs';
import type { ReaderFile } from '../readerFile';
import type { Study } from '../study';

/** A reader's answers and the file that they came in. */
export interface GivenFile {
  /** Tells files apart that bear the same name. */
  readonly id: number;
  readonly name: string;
  readonly file: ReaderFile;
}

/** What becomes of a file among the others. */
export type FileStanding =
  /** Its answers count. */
  | { readonly status: 'merged' }
  /** Its reader has not locked, and such are left out. */
  | { readonly status: 'unlocked' }
  /** Another file holds the same answers; they count once. */
  | { readonly status: 'same'; readonly other: string }
  /** Another file holds these answers and later ones of the same reader. */
  | { readonly status: 'continued'; readonly other: string }
  /** It and another are by one reader and differ from some answer on: neither counts. */
  | { readonly status: 'parted'; readonly other: string; readonly sharedCount: number }
  /** It belongs to another study than the first file. */
  | { readonly status: 'otherStudy' };

/** Readers' files as one study. */
export interface MergedFiles {
  /** The study of the first file; null without files. */
  readonly study: Study | null;
  /** By the file's id. */
  readonly standings: ReadonlyMap<number, FileStanding>;
  /** One file for each reader whose answers count, in the order in which they were given. */
  readonly readers: readonly ReaderFile[];
  /** How many readers there are whose files do not contradict each other, and how many of them have not locked. */
  readonly readerCount: number;
  readonly unlockedCount: number;
}

/**
 * Brings files of one study together. Of one reader's files the one that continues the others counts; where two part, none
 * of the two does: which of them the reader means, nobody can tell from the files.
 */
export function mergeReaderFiles(files: readonly GivenFile[], { withUnlocked }: { readonly withUnlocked: boolean }): MergedFiles {
  const study = files[0]?.file.study ?? null;
  const standings = new Map<number, FileStanding>();
  const ofStudy = files.filter(({ file }) => file.study.contentSha256 === study?.contentSha256);
  for (const { id } of files) standings.set(id, { status: 'otherStudy' });
  const readers: ReaderFile[] = [];
  let readerCount = 0;
  let unlockedCount = 0;
  for (const own of groupByReader(ofStudy)) {
    for (const [id, standing] of compareFiles(own)) standings.set(id, standing);
    const chosen = own.find(({ id }) => standings.get(id)!.status === 'merged');
    if (!chosen) continue;
    readerCount++;
    const isLocked = isLockedFile(chosen.file);
    if (!isLocked) unlockedCount++;
    if (isLocked || withUnlocked) readers.push(chosen.file);
    else standings.set(chosen.id, { status: 'unlocked' });
  }
  return { study, standings, readers, readerCount, unlockedCount };
}

/** Whether the reader said that nothing is to be added. */
export function isLockedFile({ entries }: ReaderFile): boolean {
  return entries.at(-1)?.event.kind === 'locked';
}

function groupByReader(files: readonly GivenFile[]): readonly (readonly GivenFile[])[] {
  const groups = new Map<string, GivenFile[]>();
  for (const given of files) groups.set(given.file.reader.id, [...(groups.get(given.file.reader.id) ?? []), given]);
  return [...groups.values()];
}

/** @param own files of one reader. */
function compareFiles(own: readonly GivenFile[]): readonly (readonly [number, FileStanding])[] {
  return own.map((given, place) => {
    const others = own.filter((other) => other !== given).map((other) => ({ other, ...compare(given.file, other.file) }));
    const same = others.find(({ other, outcome }) => outcome === 'same' && own.indexOf(other) < place);
    if (same) return [given.id, { status: 'same', other: same.other.name }];
    const continued = others.find(({ outcome }) => outcome === 'continued');
    if (continued) return [given.id, { status: 'continued', other: continued.other.name }];
    const parted = others.find(({ outcome }) => outcome === 'forked');
    if (parted) return [given.id, { status: 'parted', other: parted.other.name, sharedCount: parted.common }];
    return [given.id, { status: 'merged' }];
  });
}

/** Logs that begin differently, as those of one reader with two roles do, have nothing in common. */
function compare(one: ReaderFile, other: ReaderFile): LogComparison {
  const isOneReader = one.reader.role === other.reader.role && one.reader.years === other.reader.years;
  return isOneReader ? compareLogs(one.entries, other.entries) : { outcome: 'forked', common: 0 };
}
