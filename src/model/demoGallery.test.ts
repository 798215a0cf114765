import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNodeBackend } from '../../tools/nodeBackend';
import { createFolderSource } from '../../tools/packFolder';
import { GALLERY_SAMPLES } from '../../training/simulator/gallery/samples';
import { readEcg } from '../ecg/formats/registry';
import type { Manifest } from './manifest';
import { toModelInput } from './modelInput';
import { createNetwork, type Network } from './network';
import { readPack } from './pack';

const toPath = (path: string) => fileURLToPath(new URL(`../../public/${path}`, import.meta.url));

describe.skipIf(!existsSync(toPath('models/demo')))('the demo model (skipped where public/models/demo is absent)', () => {
  let network: Network;
  let manifest: Manifest;
  beforeAll(async () => {
    const pack = await readPack(createFolderSource(toPath('models/demo')));
    await startNodeBackend('wasm');
    manifest = pack.manifest;
    network = createNetwork(manifest, pack.weights);
  });
  afterAll(() => network.dispose());

  it.each(GALLERY_SAMPLES.map(({ id, statements }) => [id, statements] as const))(
    'predicts of the gallery ECG %s what it shows: %j',
    async (id, statements) => {
      const files = ['hea', 'dat'].map((ending) => `${id}.${ending}`);
      const ecg = await readEcg(files.map((name) => ({ name, bytes: readFileSync(toPath(`samples/${name}`)) })));
      const [{ probabilities }] = await network.predict([toModelInput(ecg, manifest.input)]);
      const predicted = manifest.statements
        .filter(({ threshold }, column) => probabilities[column]! >= threshold)
        .map(({ code }) => code);
      expect(predicted).toEqual(expect.arrayContaining([...statements]));
    },
  );
});
