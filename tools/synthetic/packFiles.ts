import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../src/ecg/problem';
import type { Manifest } from '../../src/model/manifest';
import type { PackSource } from '../../src/model/pack';
import { writeSyntheticPack } from './pack';

/** The files of a pack by name. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** What a test may do to a manifest: anything. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type LooseManifest = any;

/** The files of the synthetic pack, made anew. */
export async function makePackFiles(): Promise<PackFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const pack = join(folder, 'synthetic');
    await writeSyntheticPack(pack);
    const names = await readdir(pack);
    return new Map(await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(pack, name)))] as const)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A pack that lies in memory. */
export function createMemorySource(files: PackFiles): PackSource {
  return {
    label: 'memory',
    read: (name, onBytes) => {
      const bytes = files.get(name);
      if (!bytes) return Promise.reject(new Problem(`There is no file ${name}.`));
      onBytes?.(bytes.byteLength);
      return Promise.resolve(bytes);
    },
  };
}

/** The manifest as it stands in the file, unchecked. */
export function manifestOf(files: PackFiles): Manifest {
  return JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Manifest;
}

/** The pack with its manifest changed. */
export function editManifest(files: PackFiles, edit: (manifest: LooseManifest) => void): PackFiles {
  const manifest = manifestOf(files);
  edit(manifest);
  return new Map([...files, ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest))]]);
}

/** The pack with another content of one file, and length and hash of that in its manifest: only the content is wrong. */
export function replaceFile(files: PackFiles, name: string, bytes: Uint8Array): PackFiles {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const replaced = new Map([...files, [name, bytes] as const]);
  return editManifest(replaced, (manifest) => (manifest.files[name] = { bytes: bytes.byteLength, sha256 }));
}
