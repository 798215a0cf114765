import type { PackTensor } from '../safetensors';
import type { StateDict } from './stateDict';

/** PyTorch's default guard in batch normalisation. */
const BATCH_NORM_EPSILON = 1e-5;

/** A convolution ready for a pack: kernel `[1, width, in, out]`, bias `[out]`. */
export interface FoldedConvolution {
  readonly kernel: PackTensor;
  readonly bias: PackTensor;
}

/** How the numbers of a kernel lie in the checkpoint. */
export interface KernelLayout {
  /** Number of values along time. */
  readonly width: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Position of `[output, input, step]` in the checkpoint's values. */
  readonly at: (output: number, input: number, step: number) => number;
}

/**
 * Folds the batch normalisation that follows a convolution into its kernel and bias, in float64, and stores the kernel
 * time-major: `w' = w · γ/√(σ² + ε)`, `b' = β − μ · γ/√(σ² + ε)`.
 */
export function foldBatchNorm(values: Float32Array, layout: KernelLayout, norm: StateDict, name: string): FoldedConvolution {
  const channels = [layout.outputs];
  const gamma = norm.read(`${name}.weight`, channels).values;
  const beta = norm.read(`${name}.bias`, channels).values;
  const mean = norm.read(`${name}.running_mean`, channels).values;
  const variance = norm.read(`${name}.running_var`, channels).values;
  const scale = Float64Array.from(gamma, (value, i) => value / Math.sqrt(variance[i] + BATCH_NORM_EPSILON));
  return {
    kernel: toKernel(values, layout, scale),
    bias: { shape: channels, values: Float32Array.from(beta, (value, i) => value - mean[i] * scale[i]) },
  };
}

/** A kernel `[1, width, in, out]`, each output channel times its scale. */
export function toKernel(values: Float32Array, layout: KernelLayout, scale?: Float64Array): PackTensor {
  const { width, inputs, outputs, at } = layout;
  const kernel = new Float32Array(width * inputs * outputs);
  let position = 0;
  for (let step = 0; step < width; step++) {
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) {
        kernel[position++] = values[at(output, input, step)] * (scale ? scale[output] : 1);
      }
    }
  }
  return { shape: [1, width, inputs, outputs], values: kernel };
}
