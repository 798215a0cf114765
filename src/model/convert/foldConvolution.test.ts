import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../tools/synthetic/random';
import { foldBatchNorm, type KernelLayout, toKernel } from './foldConvolution';
import { createStateDict } from './stateDict';

const norms = (parts: Record<string, readonly number[]>) =>
  createStateDict(
    new Map(Object.entries(parts).map(([key, values]) => [`bn.${key}`, { shape: [values.length], read: () => Float32Array.from(values) }])),
    '',
    'a test',
  );

const rowMajor = (width: number, inputs: number, outputs: number): KernelLayout => ({
  width,
  inputs,
  outputs,
  at: (output, input, step) => (output * inputs + input) * width + step,
});

describe('folding a batch normalisation', () => {
  it('scales kernel and bias as by hand', () => {
    // γ/√(σ² + ε) is 2/√(4.00001) for the first channel and −3/√(0.25001) for the second.
    const { kernel, bias } = foldBatchNorm(
      Float32Array.of(1, 2, 3, 4),
      rowMajor(2, 1, 2),
      norms({ weight: [2, -3], bias: [0.5, 1], running_mean: [10, -1], running_var: [4, 0.25] }),
      'bn',
    );
    const [a, b] = [2 / Math.sqrt(4 + 1e-5), -3 / Math.sqrt(0.25 + 1e-5)];
    expect(kernel).toEqual({ shape: [1, 2, 1, 2], values: Float32Array.of(1 * a, 3 * b, 2 * a, 4 * b) });
    expect(bias).toEqual({ shape: [2], values: Float32Array.of(0.5 - 10 * a, 1 + b) });
  });

  it('gives what convolution and normalisation give one after the other', () => {
    const random = createRandom(2);
    const [width, inputs, outputs] = [3, 5, 4];
    const draw = (count: number, valueOf: () => number) => Array.from({ length: count }, () => Math.fround(valueOf()));
    const weights = draw(width * inputs * outputs, random.gaussian);
    const [gamma, beta, mean] = [0, 1, 2].map(() => draw(outputs, random.gaussian));
    const variance = draw(outputs, () => random.uniform(0.01, 3));
    const { kernel, bias } = foldBatchNorm(
      Float32Array.from(weights),
      rowMajor(width, inputs, outputs),
      norms({ weight: gamma, bias: beta, running_mean: mean, running_var: variance }),
      'bn',
    );
    const signal = draw(inputs * width, random.gaussian);
    for (let output = 0; output < outputs; output++) {
      let plain = 0;
      let folded = bias.values[output];
      for (let input = 0; input < inputs; input++) {
        for (let step = 0; step < width; step++) {
          const value = signal[input * width + step];
          plain += weights[(output * inputs + input) * width + step] * value;
          folded += kernel.values[(step * inputs + input) * outputs + output] * value;
        }
      }
      const normalised = (gamma[output] * (plain - mean[output])) / Math.sqrt(variance[output] + 1e-5) + beta[output];
      expect(folded).toBeCloseTo(normalised, 4);
    }
  });

  it('keeps the width of a kernel without normalisation as it is', () => {
    expect(toKernel(Float32Array.of(1, 2, 3, 4, 5, 6), rowMajor(1, 3, 2))).toEqual({
      shape: [1, 1, 3, 2],
      values: Float32Array.of(1, 4, 2, 5, 3, 6),
    });
  });
});
