import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFixtureInput } from '../../../training/fixtures/fixtureInput';
import { readCheckpoint } from './readCheckpoint';

const fixture = (name: string): Uint8Array => readFileSync(`training/fixtures/${name}`);

interface Expected {
  readonly inputsAtSample500: readonly (readonly number[])[];
  readonly tensors: Readonly<Record<string, { shape: readonly number[]; sum: number; last: number }>>;
}

describe.each([
  { name: 'tiny18', dtype: 'float32', tensorCount: 391 },
  { name: 'tiny34', dtype: 'float16', tensorCount: 678 },
  { name: 'tiny50', dtype: 'bfloat16', tensorCount: 984 },
])('$name as PyTorch wrote it', ({ name, dtype, tensorCount }) => {
  const expected = JSON.parse(Buffer.from(fixture(`${name}.expected.json`)).toString()) as Expected;

  it('has the shapes and numbers that PyTorch says', async () => {
    const { tensors } = await readCheckpoint(fixture(`${name}.ckpt`));
    expect(tensors.size).toBe(tensorCount);
    expect(tensors.get('classifier.weight')?.dtype).toBe(dtype);
    for (const [key, { shape, sum, last }] of Object.entries(expected.tensors)) {
      const values = tensors.get(key)!.read();
      expect([key, ...tensors.get(key)!.shape]).toEqual([key, ...shape]);
      expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 9);
      expect(values.at(-1)).toBe(last);
    }
  });

  it('has the inputs that TypeScript makes', () => {
    expected.inputsAtSample500.forEach((column, number) => {
      const input = createFixtureInput(number);
      expect(column).toEqual(Array.from({ length: 12 }, (_, lead) => input[lead * 1000 + 500]));
    });
  });
});

it('reads every sort of view that PyTorch writes', async () => {
  const { tensors } = await readCheckpoint(fixture('small.pth'));
  const sevenths = (...numerators: number[]) => numerators.map((n) => Math.fround(n / 7));
  const read = [...tensors].map(([key, tensor]) => [key, tensor.shape, tensor.dtype, [...tensor.read()]]);
  expect(read).toEqual([
    ['classifier.weight', [3, 4], 'float32', sevenths(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)],
    ['classifier.bias', [6], 'float32', sevenths(1, 3, 5, 7, 9, 11)],
    ['prototype_vectors', [4, 3], 'float32', sevenths(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11)],
    ['prototype_class_identity', [2, 2], 'bool', [1, 0, 0, 1]],
    ['ones', [2, 3], 'bfloat16', [1, 1, 1, 1, 1, 1]],
    ['step', [], 'int64', [-5]],
  ]);
});

it('reads the archive whatever the length of its folder’s name', async () => {
  const [{ tensors }, { tensors: same }] = await Promise.all(
    ['morphology_projection.pth', 'small.pth'].map((name) => readCheckpoint(fixture(name))),
  );
  expect([...tensors.keys()]).toEqual([...same.keys()]);
  for (const [key, tensor] of tensors) expect(tensor.read()).toEqual(same.get(key)!.read());
});

it.each(['rhythm', 'morphology', 'global'])('reads the file of the %s branch, equal to the fusion file', async (branch) => {
  const module = { rhythm: 'model1d', morphology: 'model2d_partial', global: 'model2d_global' }[branch];
  const fusion = await readCheckpoint(fixture('tiny18.ckpt'));
  const { tensors } = await readCheckpoint(fixture(`tiny18_${branch}_projection.pth`));
  expect(tensors.size).toBeGreaterThan(100);
  for (const [key, tensor] of tensors) {
    expect([key, ...tensor.read()]).toEqual([key, ...fusion.tensors.get(`${module}.${key}`)!.read()]);
  }
});

const goldenPath = '../shared/golden/fusion.ckpt';

describe.skipIf(!existsSync(goldenPath))(`the reference checkpoint (skipped where ${goldenPath} is absent)`, () => {
  it('has the published sizes', async () => {
    const { tensors } = await readCheckpoint(readFileSync(goldenPath));
    const shapeOf = (key: string) => tensors.get(key)?.shape;
    expect(tensors.size).toBe(390);
    expect(shapeOf('model1d.prototype_vectors')).toEqual([80, 512]);
    expect(shapeOf('model2d_partial.prototype_vectors')).toEqual([936, 512, 1, 3]);
    expect(shapeOf('model2d_global.prototype_vectors')).toEqual([21, 512, 1, 32]);
    expect(shapeOf('model2d_partial.feature_extractor.resnet.conv1.weight')).toEqual([64, 1, 12, 7]);
    expect(shapeOf('classifier.weight')).toEqual([71, 1037]);
    const identity = tensors.get('model1d.prototype_class_identity')!.read();
    expect(identity.reduce((sum, value) => sum + value, 0)).toBe(80);
  });
});
