import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderSource, writePackFolder } from './packFolder';
import { sentenceOf } from './synthetic/sentenceOf';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'pack-folder-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = new Map<string, Uint8Array | string>([
  ['manifest.json', '{"formatVersion":1}'],
  ['weights.bin', Uint8Array.of(1, 2, 3)],
]);

describe('writing a pack', () => {
  it('makes the folders on the way and gives back what was written', async () => {
    const out = join(folder, 'models/mine');
    await writePackFolder(out, files);
    const counts: number[] = [];
    expect([...(await createFolderSource(out).read('weights.bin', (bytes) => counts.push(bytes)))]).toEqual([1, 2, 3]);
    expect(counts).toEqual([3]);
    expect(await readdir(join(folder, 'models'))).toEqual(['mine']);
  });

  it('leaves the older pack whole, and nothing half-written, where a file cannot be written', async () => {
    const out = join(folder, 'mine');
    await writePackFolder(out, files);
    const sentence = await sentenceOf(() => writePackFolder(out, new Map([...files, ['no/such/folder.bin', 'x']])));
    expect(sentence).toMatch(/^The pack could not be written to .+mine: ENOENT.+\.$/);
    expect(await readdir(folder)).toEqual(['mine']);
    expect((await readdir(out)).sort()).toEqual(['manifest.json', 'weights.bin']);
  });

  it.each(['{"name":"A web app"}', 'no JSON', undefined])('never replaces a folder that is no pack (manifest: %s)', async (manifest) => {
    const out = join(folder, 'site');
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'Do not delete.');
    if (manifest !== undefined) await writeFile(join(out, 'manifest.json'), manifest);
    expect(await sentenceOf(() => writePackFolder(out, files))).toBe(`${out} exists and is no model pack; choose another place with --out.`);
    expect(await readFile(join(out, 'thesis.txt'), 'utf8')).toBe('Do not delete.');
  });

  it('never replaces a file', async () => {
    const out = join(folder, 'notes');
    await writeFile(out, 'x');
    expect(await sentenceOf(() => writePackFolder(out, files))).toBe(`${out} exists and is no model pack; choose another place with --out.`);
  });
});
