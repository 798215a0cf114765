import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { perBranch } from '../../src/model/branch';
import { buildPack } from '../../tools/pack/buildPack';
import { writePackFolder } from '../../tools/packFolder';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { writeSyntheticPack } from '../../tools/synthetic/pack';
import { writeWfdbRecord } from '../../tools/synthetic/wfdbWriter';
import { COUCH_PORT, GOLDEN, PORTS, PUBLISHED_SITE, SITE } from './places';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the app as it is published, and once more for tests: with a page that talks to the worker directly, a gallery of
 * its own and other packs beside it, the synthetic one and the golden checkpoint's in both dtypes where that is present.
 */
export async function buildSites(): Promise<void> {
  await build({ root, logLevel: 'warn', build: { outDir: PUBLISHED_SITE, emptyOutDir: true } });
  await rm(SITE, { recursive: true, force: true });
  process.env['VITE_SYNC_ORIGIN'] = `http://localhost:${COUCH_PORT}`;
  await build({
    root,
    logLevel: 'warn',
    build: {
      outDir: SITE,
      emptyOutDir: true,
      // Two pages that share code: neither may bring the other's along.
      rolldownOptions: {
        input: [join(root, 'index.html'), join(root, 'e2e/harness/index.html')],
        output: { codeSplitting: true },
      },
    },
  });
  const models = join(SITE, 'models');
  await mkdir(models, { recursive: true });
  const packs = ['synthetic'];
  await writeSyntheticPack(join(models, 'synthetic'));
  if (existsSync(GOLDEN)) {
    for (const dtype of ['float16', 'float32'] as const) {
      packs.push(`golden-${dtype}`);
      await writePackFolder(join(models, `golden-${dtype}`), await buildGoldenPack(dtype));
    }
  }
  await writeFile(join(models, 'index.json'), JSON.stringify({ packs }));
  await writeGallery(join(SITE, 'samples'));
}

/** A gallery of synthetic ECGs, in the way of the site's own. */
async function writeGallery(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const samples = await Promise.all(
    [60, 75, 110].map(async (heartRatePerMinute, i) => {
      const id = `sample-${i + 1}`;
      const { files } = writeWfdbRecord(createSyntheticEcg({ seed: i + 1, heartRatePerMinute }), { recordName: id });
      for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
      return {
        id,
        title: `Synthetic ECG at ${heartRatePerMinute}/min`,
        caption: 'Waves drawn by formula: it shows the page and no finding.',
        files: files.map(({ name }) => name),
        statements: [],
      };
    }),
  );
  await writeFile(join(folder, 'index.json'), JSON.stringify(samples));
}

/** The files of the golden checkpoint's pack. */
export function buildGoldenPack(dtype: 'float16' | 'float32') {
  const reference = { rhythm: 'cat1_1D', morphology: 'cat3_2D_partial', global: 'cat4_2D_global' };
  return buildPack({
    fusion: join(GOLDEN, 'fusion.ckpt'),
    branchFiles: {},
    metadata: perBranch((branch) => join(GOLDEN, `${reference[branch]}_prototype_metadata.json`)),
    ptbxl: join(GOLDEN, 'ptbxl'),
    dtype,
    name: `golden-${dtype}`,
    card: { title: 'Golden checkpoint', trainingData: 'Random weights.', simulated: false },
    allowMismatch: false,
  });
}

/** Serves the sites on their ports until the process ends. */
export async function serveSites(): Promise<void> {
  for (const [kind, port] of Object.entries(PORTS)) {
    await preview({
      root,
      // The headers that isolate the page are the configuration's own.
      ...(kind === 'plain' && { configFile: false }),
      logLevel: 'warn',
      build: { outDir: kind === 'published' ? PUBLISHED_SITE : SITE },
      preview: { port, strictPort: true },
    });
  }
}
