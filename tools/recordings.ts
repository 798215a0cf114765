import { statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { EcgFile } from '../src/ecg/ecgFile';
import { LeftOut } from '../src/ecg/formats/containers/setAside';
import { unpackFiles } from '../src/ecg/formats/containers/unpackFiles';
import { groupFiles, type UnreadFile } from '../src/ecg/formats/groupFiles';
import { loadFormats } from '../src/ecg/formats/registry';
import { NeedsFacts } from '../src/ecg/statedFacts';
import { toSentence } from '../src/ecg/problem';
import { readInputFile } from './cli';
import { toFlagSentence } from './statedFlags';

/** One recording as named on the command line, with the files that belong to it. */
export interface Recording {
  /** The path as the user gave it; inside an archive the path goes on, "records.zip/ward/ecg.hea". */
  readonly file: string;
  /** Its bytes and those of its companions. */
  readonly files: () => Promise<EcgFile[]>;
}

/** Endings of the files of one WFDB record. */
const WFDB_ENDINGS = ['.hea', '.dat', '.mat'];
/** A header is a few hundred bytes; what is longer is not asked for the files that it names. */
const LONGEST_HEADER_BYTES = 2 ** 20;

/**
 * Does some work with every recording that the paths name, one after the other. One that cannot be read or worked with is
 * told and lets the command end with exit code 1; what an archive holds beside its ECGs is told on stderr.
 */
export async function workThroughRecordings(
  paths: readonly string[],
  work: (recording: Recording) => Promise<void>,
  tellRefusal: (file: string, sentence: string) => void,
): Promise<void> {
  for (const recording of await findRecordings(paths)) {
    try {
      await work(recording);
    } catch (thrown) {
      if (thrown instanceof LeftOut) {
        console.error(thrown.message);
        continue;
      }
      const flags = thrown instanceof NeedsFacts ? ` ${toFlagSentence(thrown.missing)}` : '';
      tellRefusal(recording.file, toSentence(thrown) + flags);
      process.exitCode = 1;
    }
  }
}

/**
 * The recordings at some paths: of an archive all that it holds, else one for each path. A WFDB record may be named by its
 * header, by its signal file or by both; companions that lie beside it are found by their name or by what its header says.
 */
async function findRecordings(paths: readonly string[]): Promise<readonly Recording[]> {
  const seen = new Set<string>();
  const recordings: Recording[] = [];
  for (const path of paths) {
    const companions = await findCompanions(path);
    const key = [...companions].sort().join('\n');
    if (seen.has(key)) continue;
    seen.add(key);
    const given = companions.map(toInputFile);
    const files = await unpackFiles(given);
    const isOpened = files.some((file) => file.folder !== given[0]!.folder);
    const groups = isOpened ? await groupFiles(files) : [files];
    recordings.push(...groups.map((group) => ({ file: isOpened ? pathOf(group[0]!) : path, files: () => readAll(group) })));
  }
  return recordings;
}

async function readAll(files: readonly UnreadFile[]): Promise<EcgFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

function pathOf({ name, folder }: UnreadFile): string {
  return folder === undefined ? name : `${folder}/${name}`;
}

/** A file on disk, of which stretches can be read. */
function toInputFile(path: string): UnreadFile {
  const name = basename(path);
  const folder = path === name ? undefined : path.slice(0, path.lastIndexOf(name) - 1);
  const stat = statSync(path, { throwIfNoEntry: false });
  return {
    name,
    arrayBuffer: async () => toBuffer(await readInputFile(path)),
    ...(folder !== undefined && { folder }),
    ...(stat?.isFile() && { size: stat.size, slice: (from, to) => ({ arrayBuffer: () => readStretch(path, from, to) }) }),
  };
}

async function readStretch(path: string, from: number, to: number): Promise<ArrayBuffer> {
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    return toBuffer(bytes.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

async function findCompanions(path: string): Promise<readonly string[]> {
  const ending = extname(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!WFDB_ENDINGS.includes(ending.toLowerCase()) || !stat?.isFile()) return [path];
  const folder = dirname(path);
  const siblings = (await readdir(folder)).map((name) => ({ name, path: join(folder, name) }));
  const stem = basename(path, ending);
  const isNamesake = (name: string) =>
    basename(name, extname(name)) === stem && WFDB_ENDINGS.includes(extname(name).toLowerCase());
  const found = siblings.filter(({ name }) => isNamesake(name)).map((sibling) => sibling.path);
  // A header may name files of other names, and headers among them.
  for (const companion of found) {
    const references = await findReferences(companion);
    found.push(...siblings.filter(({ name, path: other }) => references.includes(name.toLowerCase()) && !found.includes(other)).map((sibling) => sibling.path));
  }
  return found;
}

async function findReferences(path: string): Promise<readonly string[]> {
  if (statSync(path).size > LONGEST_HEADER_BYTES) return [];
  const file: EcgFile = { name: basename(path), bytes: await readInputFile(path) };
  const formats = await loadFormats();
  return formats.flatMap((format) => format.findReferences?.(file) ?? []);
}
