import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NODE_WASM_FILES } from '../../tools/nodeBackend';
import { createMemorySource, makePackFiles } from '../../tools/synthetic/packFiles';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { type Pack, readPack } from './pack';
import type { Prediction } from './prediction';
import { measureDeviation, startNetwork } from './startNetwork';

let pack: Pack;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  pack = await readPack(createMemorySource(await makePackFiles()));
});

const changedGolden = (index: number, value: number): Pack => {
  const similarities = pack.golden.similarities.slice();
  similarities[index] = value;
  return { ...pack, golden: { ...pack.golden, similarities } };
};

const withWeights = (change: (values: Float32Array) => Float32Array): Pack => {
  const morphology = new Map(pack.weights.branches.morphology);
  const kernel = morphology.get('layer4.1.conv2.kernel')!;
  morphology.set('layer4.1.conv2.kernel', { ...kernel, values: change(kernel.values) });
  return { ...pack, weights: { ...pack.weights, branches: { ...pack.weights.branches, morphology } } };
};

describe('starting a network', () => {
  it.each(['wasm', 'cpu'] as const)('%s answers the golden input and is used', async (backend) => {
    const { network, report } = await startNetwork(pack, [backend, 'cpu'], NODE_WASM_FILES);
    expect(report.backend).toBe(backend);
    expect(report.passedOver).toEqual([]);
    expect(report.selfCheck.similarity).toBeLessThan(1e-5);
    const [prediction] = await network.predict([pack.golden.input]);
    expect(measureDeviation(prediction, pack.golden, pack.manifest)).toEqual(report.selfCheck);
    network.dispose();
  });

  it('passes over a backend that is not there, and says so', async () => {
    const { network, report } = await startNetwork(pack, ['webgpu', 'cpu'], NODE_WASM_FILES);
    expect(report.backend).toBe('cpu');
    expect(report.passedOver).toEqual([expect.stringMatching(/^WebGPU is not available here: .+[^.]\.$/)]);
    network.dispose();
  });

  it('passes over a backend that computes something else, and frees its tensors', async () => {
    const before = memory().numTensors;
    const wrong = pack.golden.similarities[40] + 2e-4 * pack.manifest.branches[1].maxSimilarity;
    const sentence = await sentenceOf(() => startNetwork(changedGolden(40, wrong), ['wasm', 'cpu'], NODE_WASM_FILES));
    const deviates = 'deviates from the pack\'s golden output by 0.00020 in similarity and \\d\\S* in probability, so it is not used\\.';
    expect(sentence).toMatch(new RegExp(`^No way to run the network was found\\. wasm ${deviates} cpu ${deviates}$`));
    expect(memory().numTensors).toBe(before);
  });

  it('bears a deviation within the tolerance', async () => {
    const near = pack.golden.similarities[40] + 5e-5 * pack.manifest.branches[1].maxSimilarity;
    const { network } = await startNetwork(changedGolden(40, near), ['wasm'], NODE_WASM_FILES);
    network.dispose();
  });

  it('passes over a backend whose weights were damaged on the way', async () => {
    const damaged = withWeights((values) => values.map((value, i) => (i === 0 ? value + 1 : value)));
    expect(await sentenceOf(() => startNetwork(damaged, ['wasm'], NODE_WASM_FILES))).toMatch(/wasm deviates from the pack's golden/);
  });

  it('never uses a network that computes NaN, whatever the golden output says', async () => {
    const before = memory().numTensors;
    const broken = withWeights((values) => values.map(() => Number.NaN));
    const why = 'cannot run this network: The network computed a value that is not a number, so its result is not shown.';
    expect(await sentenceOf(() => startNetwork(broken, ['wasm', 'cpu'], NODE_WASM_FILES))).toBe(
      `No way to run the network was found. wasm ${why} cpu ${why}`,
    );
    expect(await sentenceOf(() => startNetwork(changedGolden(7, Number.NaN), ['cpu'], NODE_WASM_FILES))).toMatch(/by NaN in similarity/);
    expect(memory().numTensors).toBe(before);
  });

  it('says that nothing was tried where no backend is named', async () => {
    expect(await sentenceOf(() => startNetwork(pack, [], NODE_WASM_FILES))).toBe('No way to run the network was found.');
  });
});

describe('the deviation from the golden output', () => {
  const goldenPrediction = (): Prediction => {
    let at = 0;
    const take = (count: number) => {
      const similarity = pack.golden.similarities.slice(at, (at += count));
      return { similarity, windowSimilarity: similarity, windowCount: 1 };
    };
    const [rhythm, morphology, global] = pack.manifest.branches.map(({ prototypeCount }) => take(prototypeCount));
    return { branches: { rhythm, morphology, global }, logits: new Float32Array(71), probabilities: pack.golden.probabilities.slice() };
  };

  it('is 0 for the golden output itself', () =>
    expect(measureDeviation(goldenPrediction(), pack.golden, pack.manifest)).toEqual({ similarity: 0, probability: 0 }));

  it('is measured as a share of the branch\'s maximum', () => {
    const prediction = goldenPrediction();
    prediction.branches.morphology.similarity[103] += 0.75;
    prediction.probabilities[70] -= 0.25;
    const { similarity, probability } = measureDeviation(prediction, pack.golden, pack.manifest);
    expect(similarity).toBeCloseTo(0.75 / pack.manifest.branches[1].maxSimilarity, 6);
    expect(probability).toBeCloseTo(0.25, 6);
  });

  it.each([0, 5])('stays NaN wherever a number is NaN (%d)', (index) => {
    const prediction = goldenPrediction();
    prediction.branches.global.similarity[index] = Number.NaN;
    expect(measureDeviation(prediction, pack.golden, pack.manifest).similarity).toBeNaN();
    prediction.probabilities[index] = Number.NaN;
    expect(measureDeviation(prediction, pack.golden, pack.manifest).probability).toBeNaN();
  });
});
