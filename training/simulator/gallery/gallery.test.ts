import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEcg } from '../../../src/ecg/formats/registry';
import { STATEMENTS } from '../../../src/model/statements';
import { createGallery, type GalleryEntry } from './gallery';
import { GALLERY_SAMPLES } from './samples';

const folder = fileURLToPath(new URL('../../../public/samples', import.meta.url));
const files = createGallery();
const index = JSON.parse(new TextDecoder().decode(files.get('index.json'))) as GalleryEntry[];

describe('createGallery', () => {
  it('offers 12 to 16 ECGs, each with a caption and known statements, in 3 MB at most', () => {
    expect(index.length).toBeGreaterThanOrEqual(12);
    expect(index.length).toBeLessThanOrEqual(16);
    expect(new Set(index.map(({ id }) => id)).size).toBe(index.length);
    const codes = STATEMENTS.map(({ code }) => code);
    for (const { caption, statements } of index) {
      expect(caption.length).toBeGreaterThan(40);
      expect(codes).toEqual(expect.arrayContaining([...statements]));
    }
    expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(3e6);
  });

  it.each(index.map((entry) => [entry.id, entry] as const))('%s is read as 10 s at 500 Hz', async (_, entry) => {
    const ecg = await readEcg(entry.files.map((name) => ({ name, bytes: files.get(name)! })));
    expect([ecg.samplingRateHz, ecg.sampleCount]).toEqual([500, 5000]);
    expect(Math.max(...ecg.leads.II)).toBeGreaterThan(0.1);
  });

  it('uses both ways of storing samples', () => {
    expect(new Set(GALLERY_SAMPLES.map(({ format }) => format)).size).toBe(2);
  });

  it.skipIf(!existsSync(folder))('made the files in public/samples', () => {
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [name, bytes] of files) {
      expect(readFileSync(`${folder}/${name}`).equals(bytes), `${name}: run createGallery.ts`).toBe(true);
    }
  });
});
