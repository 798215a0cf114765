import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Pack, readPack } from '../../src/model/pack';
import { startNetwork } from '../../src/model/startNetwork';
import { NODE_WASM_FILES } from '../nodeBackend';
import { createFolderSource } from '../packFolder';
import { writeSyntheticPack } from '../synthetic/pack';
import { evenPrototypeClasses } from '../synthetic/stateDict';

const even = evenPrototypeClasses({ rhythm: 1, morphology: 1, global: 2 });
/** The first rhythm class lost its prototype, the eighth morphology prototype stands for two classes. */
const prototypeClasses = {
  rhythm: even.rhythm.slice(1),
  morphology: even.morphology.map((classes, prototype) => (prototype === 7 ? [7, 31] : classes)),
  global: even.global,
};

let folder: string;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'build-pack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  { depth: 50, addOnLayers: true, dtype: 'float16' },
  { depth: 34, addOnLayers: false, dtype: 'float32' },
] as const)('a pack of a ResNet-$depth with pruned and joint prototypes (add-on layers: $addOnLayers)', ({ depth, addOnLayers, dtype }) => {
  let pack: Pack;

  beforeAll(async () => {
    const out = join(folder, `pack${depth}`);
    await writeSyntheticPack(out, { sizes: { seed: depth, depth, baseWidth: 4, prototypeClasses, addOnLayers }, recordCount: 4, dtype });
    pack = await readPack(createFolderSource(out));
  });

  it('says what it is', () => {
    const { branches, modelCard, prototypes } = pack.manifest;
    expect(modelCard).toMatchObject({ architecture: `ProtoECGNet, ResNet-${depth}`, verified: true, dtype });
    expect(branches.map(({ prototypeCount, addOnLayers: layers }) => [prototypeCount, layers])).toEqual(
      [15, 52, 6].map((count) => [count, addOnLayers ? 2 : 0]),
    );
    const { classes } = branches[1];
    expect(prototypes.morphology[7].classes).toEqual([classes[7], classes[31]]);
    expect(prototypes.rhythm[0].classes).toEqual([branches[0].classes[1]]);
  });

  it('runs, and answers its golden input', async () => {
    const { network, report } = await startNetwork(pack, ['wasm'], NODE_WASM_FILES);
    expect(report.selfCheck.similarity).toBeLessThan(1e-4);
    network.dispose();
  });
});
