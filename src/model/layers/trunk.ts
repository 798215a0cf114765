import { add, maxPool, relu, type Tensor4D } from '@tensorflow/tfjs-core';
import type { BranchManifest } from '../manifest';
import { type Convolution, convolve } from './convolution';

type Block = BranchManifest['blocks'][number];

/**
 * A residual network over time: ECG `[batch, 1, samples, 12]` to features `[batch, 1, steps, channels]`.
 *
 * It serves all three branches. The 2-D branches see a one-channel image of 12 × 1000; their first kernel spans all 12
 * leads without padding, so that from there on the image is one row high and a 3 × 3 kernel meets data in its middle row
 * only: what is left are convolutions over time, with the leads as input channels.
 *
 * Architecture: He et al., Deep Residual Learning (2016), with the stride on the 3-wide convolution of a bottleneck.
 */
export function runTrunk(
  ecg: Tensor4D,
  blocks: readonly Block[],
  layerOf: (name: string) => Convolution,
): Tensor4D {
  const stem = convolve(ecg, layerOf('stem'), 2, 'relu');
  const pooled = maxPool(stem, [1, 3], [1, 2], [[0, 0], [0, 0], [1, 1], [0, 0]], 'floor');
  return blocks.reduce((features, block) => runBlock(features, block, layerOf), pooled);
}

function runBlock(features: Tensor4D, block: Block, layerOf: (name: string) => Convolution): Tensor4D {
  const layer = (part: string) => layerOf(`${block.name}.${part}`);
  const skip = block.downsample ? convolve(features, layer('downsample'), block.stride, 'linear') : features;
  const inner =
    block.kind === 'basic'
      ? convolve(convolve(features, layer('conv1'), block.stride, 'relu'), layer('conv2'), 1, 'linear')
      : convolve(
          convolve(convolve(features, layer('conv1'), 1, 'relu'), layer('conv2'), block.stride, 'relu'),
          layer('conv3'),
          1,
          'linear',
        );
  return relu(add(inner, skip));
}
