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

/** Refuses early, before long work, to write over something that is no pack. */
export async function requireWritablePlace(folder: string): Promise<void> {
  if (await exists(folder)) await requirePack(folder);
}

async function requirePack(folder: string): Promise<void> {
  if (!(await exists(join(folder, 'manifest.json')))) {
    throw new Problem(`${folder} exists and is no model pack; choose another place with --out.`);
  }
}

/** Adds a pack to the list beside it, where there is one, so that the page offers it. Tells whether it did. */
export async function addToIndex(folder: string): Promise<boolean> {
  const path = join(dirname(resolve(folder)), 'index.json');
  let index: { packs: string[] };
  try {
    index = JSON.parse(await readFile(path, 'utf8')) as { packs: string[] };
    if (!Array.isArray(index.packs)) return false;
  } catch {
    return false;
  }
  const packs = [...new Set([...index.packs, basename(resolve(folder))])];
  await writeFile(path, `${JSON.stringify({ packs }, null, 2)}\n`);
  return true;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
