import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../src/ecg/problem';
import type { PackSource } from '../src/model/pack';
import { readInputFile } from './cli';

/** A pack in a folder. */
export function createFolderSource(folder: string): PackSource {
  return {
    label: folder,
    async read(name, onBytes) {
      const bytes = await readInputFile(join(folder, name));
      onBytes?.(bytes.byteLength);
      return bytes;
    },
  };
}

/**
 * Writes a pack so that it is there whole or not at all: into a folder beside its place, moved when complete. An older
 * pack in its place is replaced; anything else there stays.
 *
 * @throws Problem when the place holds something that is no pack, or cannot be written.
 */
export async function writePackFolder(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  const target = resolve(folder);
  const partial = `${target}.partial-${process.pid}`;
  if (await exists(target)) await requirePack(target);
  try {
    await mkdir(partial, { recursive: true });
    for (const [name, content] of files) await writeFile(join(partial, name), content);
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
  } catch (error) {
    throw new Problem(`The pack could not be written to ${folder}: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** What the page can offer: the name of a folder that stands in an address as it is. */
const OFFERABLE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Refuses early, before long work, to write over something that is no pack, or to offer a pack under a name that the
 * page cannot use.
 */
export async function requireWritablePlace(folder: string): Promise<void> {
  if (await exists(folder)) await requirePack(folder);
  const name = basename(resolve(folder));
  if (!OFFERABLE.test(name) && (await readIndex(folder))) {
    throw new Problem(`The page cannot offer a pack from the folder "${name}": use letters, digits, dots, dashes and underscores.`);
  }
}

async function requirePack(folder: string): Promise<void> {
  const manifest = await readJson(join(folder, 'manifest.json'));
  if (typeof manifest !== 'object' || manifest === null || !('formatVersion' in manifest)) {
    throw new Problem(`${folder} exists and is no model pack; choose another place with --out.`);
  }
}

/** Adds a pack to the list beside it, where there is one, so that the page offers it. Tells whether it did. */
export async function addToIndex(folder: string): Promise<boolean> {
  const listed = await readIndex(folder);
  if (!listed) return false;
  const packs = [...new Set([...listed, basename(resolve(folder))])];
  await writeFile(indexPath(folder), `${JSON.stringify({ packs }, null, 2)}\n`);
  return true;
}

const indexPath = (folder: string) => join(dirname(resolve(folder)), 'index.json');

/** The packs that the list beside a pack names; undefined where there is no such list. */
async function readIndex(folder: string): Promise<readonly unknown[] | undefined> {
  const index = await readJson(indexPath(folder));
  return typeof index === 'object' && index !== null && 'packs' in index && Array.isArray(index.packs) ? index.packs : undefined;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
