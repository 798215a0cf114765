import { fused, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';

/** The weights of one convolution over time. */
export interface Convolution {
  /** `[1, width, in, out]`. */
  readonly kernel: Tensor4D;
  /** `[out]`. */
  readonly bias: Tensor1D;
}

/**
 * A convolution over time of feature maps `[batch, 1, steps, channels]` with a kernel `[1, width, in, out]`, with the
 * zero padding of `(width − 1) / 2` at both ends that PyTorch gives it (TensorFlow's `same` pads strided convolutions on
 * one side only). The bias holds what was left of the batch normalisation after folding.
 */
export function convolve(
  features: Tensor4D,
  layer: Convolution,
  stride: number,
  activation: 'relu' | 'linear' | 'sigmoid',
): Tensor4D {
  const pad = (layer.kernel.shape[1] - 1) / 2;
  return fused.conv2d({
    x: features,
    filter: layer.kernel,
    strides: [1, stride],
    pad: [
      [0, 0],
      [0, 0],
      [pad, pad],
      [0, 0],
    ],
    dimRoundingMode: 'floor',
    bias: layer.bias,
    activation,
  });
}
