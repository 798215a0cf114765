import { describe, expect, it } from 'vitest';
import { createTinyPack } from '../../tools/synthetic/tinyExplainable';
import type { BranchManifest } from '../model/manifest';
import { receptiveFieldSeconds } from './receptiveField';

const { manifest } = createTinyPack();
const blocksOf = (kind: 'basic' | 'bottleneck', counts: readonly number[]): BranchManifest['blocks'] =>
  counts.flatMap((count, layer) =>
    Array.from({ length: count }, (_, i) => ({
      kind,
      name: `layer${layer + 1}.${i}`,
      stride: layer > 0 && i === 0 ? 2 : 1,
      downsample: i === 0,
    })),
  );
const fieldOf = (blocks: BranchManifest['blocks'], windowSteps: number) =>
  receptiveFieldSeconds({ ...manifest.branches[1], blocks, windowSteps }, manifest.input);

describe('how much of the record a window sees', () => {
  it('is 11 samples after the stem: 7, and 2 more for each of the pooling\'s steps of 2', () => expect(fieldOf([], 1)).toBe(0.11));

  it.each([
    // Each convolution of width 3 adds twice the samples of a step: 4, 8, 16 and 32 in the four layers, the first
    // convolution of a layer those of the layer before.
    ['ResNet-18', 'basic', [2, 2, 2, 2], 11 + 4 * 8 + (8 + 3 * 16) + (16 + 3 * 32) + (32 + 3 * 64)],
    ['ResNet-34', 'basic', [3, 4, 6, 3], 11 + 6 * 8 + (8 + 7 * 16) + (16 + 11 * 32) + (32 + 5 * 64)],
    ['ResNet-50', 'bottleneck', [3, 4, 6, 3], 11 + 3 * 8 + (8 + 3 * 16) + (16 + 5 * 32) + (32 + 2 * 64)],
  ] as const)('is known by hand for one step of %s', (_name, kind, counts, samples) => {
    expect(fieldOf(blocksOf(kind, counts), 1)).toBeCloseTo(samples / 100, 12);
  });

  it('is 435 samples for a step of ResNet-18 and 427 for one of ResNet-50, and 64 more for three steps', () => {
    expect(fieldOf(blocksOf('basic', [2, 2, 2, 2]), 1)).toBe(4.35);
    expect(fieldOf(blocksOf('bottleneck', [3, 4, 6, 3]), 1)).toBe(4.27);
    expect(fieldOf(blocksOf('basic', [2, 2, 2, 2]), 3)).toBe(4.99);
  });
});
