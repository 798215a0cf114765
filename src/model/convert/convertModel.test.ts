import { describe, expect, it } from 'vitest';
import { toLazyTensors } from '../../../tools/synthetic/lazyTensors';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import { createStateDict, evenPrototypeClasses, type StateDictSizes } from '../../../tools/synthetic/stateDict';
import { type StoredTensor, storedTensor } from '../../../tools/synthetic/storedTensor';
import { convertModel, requireSameBranch } from './convertModel';
import type { LazyTensor } from './stateDict';
import { storeTensors } from './storeTensors';

const even = evenPrototypeClasses({ rhythm: 1, morphology: 1, global: 1 });
const SMALL: StateDictSizes = { seed: 1, depth: 18, baseWidth: 2, prototypeClasses: even };
const state18 = createStateDict(SMALL);
const state50 = createStateDict({ ...SMALL, depth: 50 });
const bare = createStateDict({ ...SMALL, addOnLayers: false });

const trunk1d = 'model1d.feature_extractor.';
const trunk2d = 'model2d_partial.feature_extractor.resnet.';
const convert = (state: ReadonlyMap<string, StoredTensor>) => convertModel(toLazyTensors(state), 'F.ckpt');
const refusal = (state: ReadonlyMap<string, StoredTensor>) => sentenceOf(() => convert(state));
const without = (state: ReadonlyMap<string, StoredTensor>, unwanted: (key: string) => boolean) =>
  new Map([...state].filter(([key]) => !unwanted(key)));
const replaced = (key: string, shape: number[], valueOf: (i: number) => number = () => 0, state = state18) => {
  const count = shape.reduce((product, n) => product * n, 1);
  return new Map([...state, [key, storedTensor(shape, Float32Array.from({ length: count }, (_, i) => valueOf(i)))]]);
};
const missing = (key: string) => `F.ckpt has no tensor "${key}", so it is not a ProtoECGNet checkpoint.`;

describe('a checkpoint that fits', () => {
  it('says its own sizes', () => {
    const { branches, fusion } = convert(state18);
    expect(branches.rhythm.manifest).toMatchObject({
      prototypeCount: 16, similarity: 'cosine', maxSimilarity: 1, windowSteps: 1, windowCount: 1, featureSteps: 32, featureCount: 16, addOnLayers: 2,
    });
    expect(branches.morphology.manifest).toMatchObject({
      // int(√(16·3)) / 3 = 6 / 3
      prototypeCount: 52, similarity: 'scaledCosine', maxSimilarity: 2, windowSteps: 3, windowCount: 30, featureSteps: 32, featureCount: 16,
    });
    // int(√(16·32)) / 32 = 22 / 32
    expect(branches.global.manifest).toMatchObject({ prototypeCount: 3, maxSimilarity: 22 / 32, windowSteps: 32, windowCount: 1 });
    expect(branches.global.manifest.classes).toEqual(['DIG', 'NORM', 'EL']);
    expect(branches.rhythm.manifest.blocks.map(({ name, stride, downsample }) => `${name} ${stride} ${downsample}`)).toEqual([
      'layer1.0 1 false', 'layer1.1 1 false', 'layer2.0 2 true', 'layer2.1 1 false',
      'layer3.0 2 true', 'layer3.1 1 false', 'layer4.0 2 true', 'layer4.1 1 false',
    ]);
    expect(fusion.weights).toHaveLength(71 * 71);
  });

  it('may have bottlenecks, and no add-on layers', () => {
    const { manifest } = convert(state50).branches.morphology;
    expect(manifest.blocks).toHaveLength(16);
    expect(manifest.blocks[0]).toEqual({ kind: 'bottleneck', name: 'layer1.0', stride: 1, downsample: true });
    expect(manifest.featureCount).toBe(64);
    expect(convert(bare).branches.global.manifest.addOnLayers).toBe(0);
  });

  it('keeps the middle row of a 3 × 3 kernel and nothing of the others', () => {
    const key = `${trunk2d}layer1.0.conv1.weight`;
    const row = (i: number) => Math.floor(i / 3) % 3;
    const tensorOf = (state: Map<string, StoredTensor>) => convert(state).branches.morphology.tensors.get('layer1.0.conv1.kernel')!;
    expect(tensorOf(replaced(key, [2, 2, 3, 3], (i) => (row(i) === 1 ? 0 : 7))).values.every((value) => value === 0)).toBe(true);
    expect(tensorOf(replaced(key, [2, 2, 3, 3], (i) => (row(i) === 1 ? 1 : 0))).values.every((value) => value !== 0)).toBe(true);
    expect(tensorOf(state18).shape).toEqual([1, 3, 2, 2]);
  });

  it('may have pruned and joint prototypes', () => {
    const prototypeClasses = { ...even, global: [[2], [0, 1]] };
    const { global } = convert(createStateDict({ ...SMALL, prototypeClasses })).branches;
    expect(global.prototypeClasses).toEqual([['EL'], ['DIG', 'NORM']]);
  });
});

describe('a checkpoint that does not fit', () => {
  it.each([
    'classifier.weight',
    'classifier.bias',
    `${trunk1d}conv1.weight`,
    `${trunk1d}bn1.running_mean`,
    `${trunk1d}layer3.1.conv2.weight`,
    `${trunk2d}layer2.0.bn2.running_var`,
    `${trunk2d}layer2.0.downsample.0.weight`,
    `${trunk2d}layer2.0.downsample.1.weight`,
    'model1d.add_on_layers.0.weight',
    'model2d_partial.add_on_layers.2.bias',
    'model2d_global.prototype_vectors',
    'model2d_global.prototype_class_identity',
  ])('lacks %s', async (key) => {
    expect(state18.has(key)).toBe(true);
    expect(await refusal(without(state18, (other) => other === key))).toBe(missing(key));
  });

  it.each([
    [`${trunk2d}layer3.2.conv3.weight`],
    [`${trunk1d}layer1.0.downsample.0.weight`],
    [`${trunk1d}layer1.2.conv2.weight`],
  ])('lacks %s of a bottleneck, which is not taken for a basic block', async (key) => {
    expect(await refusal(without(state50, (other) => other === key))).toBe(missing(key));
  });

  it('lacks a whole branch, a whole skip connection or a whole layer', async () => {
    expect(await refusal(without(state18, (key) => key.startsWith('model2d_global.')))).toBe(
      missing('model2d_global.feature_extractor.resnet.conv1.weight'),
    );
    expect(await refusal(without(state18, (key) => key.startsWith(`${trunk1d}layer4.0.downsample.`)))).toBe(
      missing(`${trunk1d}layer4.0.downsample.0.weight`),
    );
    expect(await refusal(without(state18, (key) => key.startsWith(`${trunk1d}layer2.`)))).toBe(
      `In F.ckpt, "${trunk1d}layer3.0.conv1.weight" is 8 × 4 × 3 instead of any × 2 × 3.`,
    );
    expect(await refusal(without(state18, (key) => key.startsWith(`${trunk2d}layer4.`)))).toBe(
      'In F.ckpt, "model2d_partial.add_on_layers.0.weight" is 16 × 16 × 1 × 1 instead of any × 8 × 1 × 1.',
    );
    expect(await refusal(without(bare, (key) => key.startsWith(`${trunk2d}layer4.`)))).toBe(
      'In F.ckpt, "model2d_partial.prototype_vectors" is 52 × 16 × 1 × 3 instead of any × 8 × 1 × any.',
    );
  });

  it.each<[string, number[], string]>([
    [`${trunk1d}conv1.weight`, [2, 8, 7], 'any × 12 × 7'],
    [`${trunk2d}conv1.weight`, [2, 3, 7, 7], 'any × 1 × 12 × 7'],
    [`${trunk2d}layer1.0.conv1.weight`, [2, 2, 3], 'any × 2 × 3 × 3'],
    [`${trunk2d}layer1.0.conv1.weight`, [2, 2, 5, 5], 'any × 2 × 3 × 3'],
    [`${trunk2d}layer1.0.conv1.weight`, [2, 2, 1, 3], 'any × 2 × 3 × 3'],
    [`${trunk2d}layer2.1.conv1.weight`, [4, 5, 3, 3], 'any × 4 × 3 × 3'],
    [`${trunk1d}layer2.0.downsample.0.weight`, [3, 2, 1], '4 × 2 × 1'],
    [`${trunk1d}bn1.weight`, [3], '2'],
    ['model1d.prototype_vectors', [16, 16, 1, 3], 'any × any'],
    ['model1d.add_on_layers.2.weight', [15, 16], '16 × 16'],
    ['model2d_global.prototype_class_identity', [3, 4], '3 × 3'],
    ['classifier.weight', [71, 1037], '71 × 71'],
    ['classifier.bias', [72], '71'],
  ])('has another shape of %s', async (key, shape, expected) => {
    expect(await refusal(replaced(key, shape))).toBe(`In F.ckpt, "${key}" is ${shape.join(' × ')} instead of ${expected}.`);
  });

  it('holds a number that is not finite', async () => {
    for (const [key, shape] of [['classifier.bias', [71]], [`${trunk1d}bn1.running_var`, [2]]] as const) {
      expect(await refusal(replaced(key, [...shape], (i) => (i === 1 ? Number.NaN : 1)))).toBe(
        `In F.ckpt, "${key}" holds a number that is not finite.`,
      );
    }
  });

  it('has prototypes of no class, of three, or longer than an ECG', async () => {
    const identity = 'model2d_global.prototype_class_identity';
    expect(await refusal(replaced(identity, [3, 3], (i) => (i < 6 ? 1 : 0)))).toBe(
      'The prototype global/0 belongs to 3 classes; one or two are possible.',
    );
    expect(await refusal(replaced(identity, [3, 3], (i) => (i === 0 || i === 4 ? 1 : 0)))).toBe(
      'The prototype global/2 belongs to 0 classes; one or two are possible.',
    );
    expect(await refusal(replaced('model2d_global.prototype_vectors', [3, 16, 1, 33]))).toBe(
      'The global prototypes span 33 steps, but an ECG has only 32.',
    );
  });
});

describe('rounding for storage', () => {
  const { branches } = convert(createStateDict({ ...SMALL, baseWidth: 16 }));
  const dtypes = (dtype: 'float16' | 'float32', name: 'rhythm' | 'morphology') =>
    Array.from(storeTensors(branches[name], dtype), ([key, tensor]) => ({ key, ...tensor }));

  it('leaves every number of a float32 pack as it is', () => {
    for (const { key, dtype, values } of dtypes('float32', 'rhythm')) {
      expect(dtype).toBe('F32');
      expect(values).toEqual(branches.rhythm.tensors.get(key)!.values);
    }
  });

  it('stores large kernels in half precision, biases and the small kernels of the windowed branch exactly', () => {
    for (const { key, dtype } of dtypes('float16', 'rhythm')) expect([key, dtype]).toEqual([key, key.endsWith('.bias') ? 'F32' : 'F16']);
    for (const { key, dtype, values } of dtypes('float16', 'morphology')) {
      const original = branches.morphology.tensors.get(key)!.values;
      expect([key, dtype]).toEqual([key, original.length >= 100_000 ? 'F16' : 'F32']);
      const error = values.reduce((most, value, i) => Math.max(most, Math.abs(value - original[i]) / Math.max(Math.abs(original[i]), 2 ** -14)), 0);
      expect(error).toBeLessThanOrEqual(dtype === 'F32' ? 0 : 2 ** -11);
    }
  });
});

describe('a branch file', () => {
  const fusion = toLazyTensors(state18);
  const own = (change: (tensors: Map<string, LazyTensor>) => void = () => undefined) => {
    const tensors = new Map(Array.from(fusion, ([key, tensor]) => [key.replace('model2d_partial.', ''), tensor] as const));
    change(tensors);
    return tensors;
  };
  const check = (branch: ReadonlyMap<string, LazyTensor>) => () => requireSameBranch(fusion, branch, 'morphology', 'M.pth');

  it('passes where it is the very branch, whatever its unused parts are', () => {
    check(own())();
    check(own((tensors) => {
      for (const key of ['ones', 'classifier.weight', 'feature_extractor.resnet.fc.weight', 'feature_extractor.resnet.bn1.num_batches_tracked']) {
        expect(tensors.delete(key)).toBe(true);
      }
    }))();
  });

  it('is refused where a number, a shape or a tensor differs', async () => {
    const one = (key: string, tensor?: LazyTensor) =>
      sentenceOf(check(own((tensors) => (tensor ? tensors.set(key, tensor) : tensors.delete(key)))));
    const bias = fusion.get('model2d_partial.add_on_layers.2.bias')!;
    const nudged = { shape: bias.shape, read: () => bias.read().map((value, i) => (i === 15 ? value + 1e-6 : value)) };
    expect(await one('add_on_layers.2.bias', nudged)).toBe('M.pth is not the morphology branch that was fused: "add_on_layers.2.bias" differs.');
    expect(await one('add_on_layers.2.bias', { shape: [16, 1], read: () => bias.read() })).toBe(
      'M.pth is not the morphology branch that was fused: "add_on_layers.2.bias" differs.',
    );
    expect(await one('prototype_vectors')).toBe('M.pth has no tensor "prototype_vectors", so it is not the morphology branch of this model.');
  });
});
