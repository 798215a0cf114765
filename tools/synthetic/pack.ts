import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '../pack/buildPack';
import { writePackFolder } from '../packFolder';
import { writeSyntheticModel } from './model';
import { evenPrototypeClasses, type StateDictSizes } from './stateDict';

/** A narrow ResNet-18 that runs in milliseconds. */
export const SMALL_MODEL: StateDictSizes = {
  seed: 1,
  depth: 18,
  baseWidth: 4,
  prototypeClasses: evenPrototypeClasses({ rhythm: 2, morphology: 2, global: 2 }),
};

/** Makes a pack of a synthetic model, through the very converter that users run. */
export async function writeSyntheticPack(
  out: string,
  {
    sizes = SMALL_MODEL,
    recordCount = 20,
    dtype = 'float16',
  }: { sizes?: StateDictSizes; recordCount?: number; dtype?: 'float16' | 'float32' } = {},
): Promise<void> {
  const source = join(`${out}.source`);
  try {
    const { fusion, branchFiles, metadata, ptbxl } = await writeSyntheticModel(source, sizes, recordCount);
    const files = await buildPack({
      fusion,
      branchFiles,
      metadata,
      ptbxl,
      dtype,
      name: 'synthetic',
      card: {
        title: 'Synthetic test model',
        trainingData: 'Random weights; prototypes are synthetic ECGs. It knows nothing about hearts.',
        simulated: true,
      },
      allowMismatch: false,
    });
    await writePackFolder(out, files);
  } finally {
    await rm(source, { recursive: true, force: true });
  }
}
