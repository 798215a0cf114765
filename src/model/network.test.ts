import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFixtureInput } from '../../training/fixtures/fixtureInput';
import { createDirectPort } from '../../tools/bench/directPort';
import { startNodeBackend } from '../../tools/nodeBackend';
import { toLazyTensors } from '../../tools/synthetic/lazyTensors';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createStateDict, evenPrototypeClasses, type StateDictSizes } from '../../tools/synthetic/stateDict';
import type { StoredTensor } from '../../tools/synthetic/storedTensor';
import { BRANCHES, perBranch } from './branch';
import { type ConvertedModel, convertModel, PUBLISHED_INPUT } from './convert/convertModel';
import { createNetwork, type Network } from './network';
import type { Prediction } from './prediction';

const even = evenPrototypeClasses({ rhythm: 1, morphology: 1, global: 2 });
const SMALL: StateDictSizes = { seed: 5, depth: 18, baseWidth: 4, prototypeClasses: even };
/** Some prototypes pruned, one of two classes. */
const prunedAndJoint: StateDictSizes['prototypeClasses'] = {
  rhythm: even.rhythm.slice(2),
  morphology: even.morphology.map((classes, prototype) => (prototype === 7 ? [7, 31] : classes)).slice(0, 40),
  global: even.global.slice(1),
};

const toNetwork = (state: ReadonlyMap<string, StoredTensor>) => toNetworkOf(convertModel(toLazyTensors(state), 'synthetic'));

function toNetworkOf(model: ConvertedModel): Network {
  return createNetwork(
    {
      input: PUBLISHED_INPUT,
      branches: BRANCHES.map((name) => model.branches[name].manifest),
    },
    { fusion: model.fusion, branches: perBranch((name) => model.branches[name].tensors) },
  );
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
};
const scoresOf = ({ branches }: Prediction) => BRANCHES.flatMap((name) => [...branches[name].similarity]);
const inputs = [0, 1, 2].map(createFixtureInput);

beforeAll(() => startNodeBackend('wasm'));

describe('the network', () => {
  it('gives a batch what it gives each ECG alone', async () => {
    const network = toNetwork(createStateDict(SMALL));
    const batch = await network.predict(inputs);
    for (const [i, input] of inputs.entries()) {
      const [alone] = await network.predict([input]);
      for (const name of BRANCHES) {
        expect(largestDifference(batch[i].branches[name].windowSimilarity, alone.branches[name].windowSimilarity)).toBeLessThan(1e-6);
      }
      expect(largestDifference(scoresOf(batch[i]), scoresOf(alone))).toBeLessThan(1e-6);
      expect(largestDifference(batch[i].logits, alone.logits)).toBeLessThan(1e-6);
    }
    expect(largestDifference(scoresOf(batch[0]), scoresOf(batch[1]))).toBeGreaterThan(1e-3);
    network.dispose();
  });

  it('gives a score that is the mean over windows', async () => {
    const network = toNetwork(createStateDict(SMALL));
    const [{ branches }] = await network.predict(inputs);
    network.dispose();
    expect(perBranch((name) => branches[name].windowCount)).toEqual({ rhythm: 1, morphology: 30, global: 1 });
    const { similarity, windowSimilarity } = branches.morphology;
    const means = Array.from(similarity, (_, p) => windowSimilarity.slice(p * 30, p * 30 + 30).reduce((sum, value) => sum + value, 0) / 30);
    expect(largestDifference(similarity, means)).toBeLessThan(1e-5);
    expect([...branches.rhythm.windowSimilarity]).toEqual([...branches.rhythm.similarity]);
  });

  it('answers an empty batch with nothing', async () => {
    const network = toNetwork(createStateDict(SMALL));
    expect(await network.predict([])).toEqual([]);
    network.dispose();
  });

  it('leaks no tensor, neither in predictions nor in refusals nor when it is gone', async () => {
    const before = memory().numTensors;
    const network = toNetwork(createStateDict(SMALL));
    const loaded = memory().numTensors;
    expect(loaded).toBeGreaterThan(before);
    await network.predict(inputs);
    expect(memory().numTensors).toBe(loaded);
    for (let i = 0; i < 10; i++) await network.predict([inputs[i % 3]]);
    await sentenceOf(() => network.predict([inputs[0], new Float32Array(5)]));
    expect(memory().numTensors).toBe(loaded);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('refuses an input of another length, and one with missing samples', async () => {
    const network = toNetwork(createStateDict(SMALL));
    expect(await sentenceOf(() => network.predict([inputs[0], inputs[1].subarray(1)]))).toBe(
      'The network needs 12000 samples and was given 11999.',
    );
    for (const value of [Number.NaN, Infinity]) {
      const missing = inputs[0].slice();
      missing[11_999] = value;
      expect(await sentenceOf(() => network.predict([inputs[1], missing]))).toBe(
        'The recording has missing samples in the part that the network reads, so it is not run.',
      );
    }
    network.dispose();
  });

  it.each([
    ['prototypes', 'wasm'],
    ['layer4.1.conv2.bias', 'wasm'],
    ['stem.bias', 'cpu'],
  ] as const)('shows no result where %s holds NaN (%s)', async (name, backend) => {
    await startNodeBackend(backend);
    const model = convertModel(toLazyTensors(createStateDict(SMALL)), 'synthetic');
    model.branches.rhythm.tensors.get(name)!.values[0] = Number.NaN;
    const network = toNetworkOf(model);
    expect(await sentenceOf(() => network.predict([inputs[0]]))).toBe(
      'The network computed a value that is not a number, so its result is not shown.',
    );
    network.dispose();
    await startNodeBackend('wasm');
  });
});

describe('agreement with the reference as written: whole kernels, batch normalisation unfolded', () => {
  const SIMILARITY = 1e-4;
  const LOGIT = 1e-3;

  async function compare(state: Map<string, StoredTensor>, change: (state: Map<string, StoredTensor>) => void = () => undefined) {
    const port = createDirectPort(toLazyTensors(state));
    const changed = new Map(state);
    change(changed);
    const network = toNetwork(changed);
    let [similarity, windows, logit] = [0, 0, 0];
    for (const [i, prediction] of (await network.predict(inputs)).entries()) {
      const expected = await port.predict(inputs[i]);
      similarity = Math.max(similarity, largestDifference(scoresOf(prediction), expected.similarities));
      windows = Math.max(windows, largestDifference(prediction.branches.morphology.windowSimilarity, expected.morphologyWindows));
      logit = Math.max(logit, largestDifference(prediction.logits, expected.logits));
    }
    port.dispose();
    network.dispose();
    return { similarity, windows, logit };
  }

  it.each([
    { depth: 18, baseWidth: 8 },
    { depth: 34, baseWidth: 4 },
    { depth: 50, baseWidth: 4 },
  ] as const)('ResNet-$depth with and without add-on layers, pruned and joint prototypes', async ({ depth, baseWidth }) => {
    for (const addOnLayers of [true, false]) {
      const found = await compare(createStateDict({ seed: depth, depth, baseWidth, prototypeClasses: prunedAndJoint, addOnLayers }));
      expect(found.similarity).toBeLessThan(SIMILARITY);
      expect(found.windows).toBeLessThan(SIMILARITY);
      expect(found.logit).toBeLessThan(LOGIT);
    }
  });

  it.each<[string, string, (values: Float32Array, shape: readonly number[]) => Float32Array]>([
    [
      'the top row of one kernel is taken for the middle one',
      'model2d_partial.feature_extractor.resnet.layer2.0.conv1.weight',
      (values, [, , , width]) => values.map((value, i) => ((Math.floor(i / width) % 3) === 1 ? values[i - width] : value)),
    ],
    [
      'one batch normalisation has another mean',
      'model1d.feature_extractor.layer3.1.bn2.running_mean',
      (values) => values.map((value) => value + 0.01),
    ],
    ['two prototypes change places', 'model2d_global.prototype_vectors', (values, [, ...rest]) => {
      const size = rest.reduce((product, n) => product * n, 1);
      return Float32Array.of(...values.subarray(size, 2 * size), ...values.subarray(0, size), ...values.subarray(2 * size));
    }],
  ])('fails where %s, so the tolerance bites', async (_what, key, change) => {
    const found = await compare(createStateDict(SMALL), (state) => {
      const tensor = state.get(key)!;
      const values = change(Float32Array.from(tensor.storage.values), tensor.shape);
      state.set(key, { ...tensor, storage: { ...tensor.storage, values } });
    });
    expect(found.similarity).toBeGreaterThan(SIMILARITY);
  });
});
