import { type Tensor4D, tensor1d, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startNodeBackend } from '../../tools/nodeBackend';
import { createTinyPack } from '../../tools/synthetic/tinyExplainable';
import { runTrunk } from '../model/layers/trunk';
import type { BranchManifest } from '../model/manifest';
import { receptiveField } from './receptiveField';

const { manifest } = createTinyPack();
const { sampleCount } = manifest.input;
type Kind = BranchManifest['blocks'][number]['kind'];

const blocksOf = (kind: Kind, counts: readonly number[]): BranchManifest['blocks'] =>
  counts.flatMap((count, layer) =>
    Array.from({ length: count }, (_, i) => ({
      kind,
      name: `layer${layer + 1}.${i}`,
      stride: layer > 0 && i === 0 ? 2 : 1,
      downsample: i === 0,
    })),
  );
const fieldOf = (blocks: BranchManifest['blocks'], windowSteps: number, window: number, input = manifest.input) =>
  receptiveField({ ...manifest.branches[1], blocks, windowSteps }, input, window);

/** Seconds of a record so long that no field is cut. */
const lengthOf = (blocks: BranchManifest['blocks'], windowSteps: number) => {
  const { startSeconds, endSeconds } = fieldOf(blocks, windowSteps, 500, { ...manifest.input, sampleCount: 100_000 });
  return endSeconds - startSeconds;
};

describe('how much of the record a window sees', () => {
  it('is 11 samples after the stem: 7, and 2 more for each of the pooling\'s steps of 2', () => {
    expect(lengthOf([], 1)).toBeCloseTo(0.11, 12);
  });

  it.each([
    // Each convolution of width 3 adds twice the samples of a step: 4, 8, 16 and 32 in the four layers, the first
    // convolution of a layer those of the layer before.
    ['ResNet-18', 'basic', [2, 2, 2, 2], 11 + 4 * 8 + (8 + 3 * 16) + (16 + 3 * 32) + (32 + 3 * 64)],
    ['ResNet-34', 'basic', [3, 4, 6, 3], 11 + 6 * 8 + (8 + 7 * 16) + (16 + 11 * 32) + (32 + 5 * 64)],
    ['ResNet-50', 'bottleneck', [3, 4, 6, 3], 11 + 3 * 8 + (8 + 3 * 16) + (16 + 5 * 32) + (32 + 2 * 64)],
  ] as const)('is known by hand for one step of %s', (_name, kind, counts, samples) => {
    expect(lengthOf(blocksOf(kind, counts), 1)).toBeCloseTo(samples / 100, 9);
  });

  it('is 435 samples for a step of ResNet-18 and 427 for one of ResNet-50, and 64 more for three steps', () => {
    expect(lengthOf(blocksOf('basic', [2, 2, 2, 2]), 1)).toBeCloseTo(4.35, 9);
    expect(lengthOf(blocksOf('bottleneck', [3, 4, 6, 3]), 1)).toBeCloseTo(4.27, 9);
    expect(lengthOf(blocksOf('basic', [2, 2, 2, 2]), 3)).toBeCloseTo(4.99, 9);
  });

  it('is cut where it reaches beyond the record, and says so', () => {
    const blocks = blocksOf('basic', [2, 2, 2, 2]);
    expect(fieldOf(blocks, 3, 0)).toEqual({ startSeconds: 0, endSeconds: 2.82, isCutAtStart: true, isCutAtEnd: false });
    expect(fieldOf(blocks, 3, 12)).toMatchObject({ startSeconds: 1.67, endSeconds: 6.66, isCutAtStart: false, isCutAtEnd: false });
    expect(fieldOf(blocks, 3, 29)).toMatchObject({ startSeconds: 7.11, endSeconds: 10, isCutAtEnd: true });
  });
});

describe('against the network itself', () => {
  beforeAll(() => startNodeBackend('cpu'));

  /** The first and the last sample that reach each feature step: an infinite sample makes what it reaches infinite. */
  function probe(blocks: BranchManifest['blocks']): [first: number, last: number][] {
    const isBottleneck = blocks[0]?.kind === 'bottleneck';
    const layerOf = (name: string) => {
      const width = name === 'stem' ? 7 : name.endsWith('downsample') || (isBottleneck && !name.endsWith('conv2')) ? 1 : 3;
      return { kernel: tensor4d(new Float32Array(width).fill(1), [1, width, 1, 1]), bias: tensor1d([0]) };
    };
    const fields: [number, number][] = [];
    const batch = 100;
    for (let start = 0; start < sampleCount; start += batch) {
      const ecgs = new Float32Array(batch * sampleCount);
      for (let i = 0; i < batch; i++) ecgs[i * sampleCount + start + i] = Infinity;
      const features = tidy(() => runTrunk(tensor4d(ecgs, [batch, 1, sampleCount, 1]) as Tensor4D, blocks, layerOf).dataSync());
      const stepCount = features.length / batch;
      features.forEach((value, i) => {
        if (Number.isFinite(value)) return;
        const [sample, step] = [start + Math.floor(i / stepCount), i % stepCount];
        fields[step] = [fields[step]?.[0] ?? sample, sample];
      });
    }
    return fields;
  }

  it.each([
    ['the stem alone', 'basic', []],
    ['ResNet-18', 'basic', [2, 2, 2, 2]],
    ['ResNet-50', 'bottleneck', [3, 4, 6, 3]],
  ] as const)('holds for every window of %s: no sample outside of it reaches the features, and its ends do', (_name, kind, counts) => {
    const blocks = blocksOf(kind, counts);
    const fields = probe(blocks);
    for (const windowSteps of [1, 3]) {
      for (let window = 0; window + windowSteps <= fields.length; window++) {
        const { startSeconds, endSeconds } = fieldOf(blocks, windowSteps, window);
        const seen = [fields[window]![0], fields[window + windowSteps - 1]![1]];
        expect([Math.round(startSeconds * 100), Math.round(endSeconds * 100) - 1], `window ${window}`).toEqual(seen);
      }
    }
  });
});
