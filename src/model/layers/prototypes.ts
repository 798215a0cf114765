import {
  add,
  conv2d,
  div,
  maximum,
  mean,
  reshape,
  scalar,
  sqrt,
  square,
  sum,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { BranchManifest } from '../manifest';

/** The reference's guard against division by zero in the scaled cosine. */
const EPSILON = 1e-4;
/** PyTorch's guard in `F.normalize`, which the rhythm branch uses. */
const COSINE_EPSILON = 1e-12;

/** Prototypes ready for comparison. */
export interface PrototypeBank {
  /** `[1, windowSteps, features, prototypes]`: each prototype divided by its norm, times the similarity's maximum. */
  readonly kernel: Tensor4D;
  /** `[1, windowSteps, 1, 1]` of ones: sums squares over a window. */
  readonly ones: Tensor4D;
}

/**
 * Divides each prototype by its norm and scales it to the branch's maximum, in float64.
 *
 * @param vectors `[prototypes, features, windowSteps]`, as the checkpoint has them.
 * @returns the kernel's values for `[1, windowSteps, features, prototypes]`.
 */
export function normalisePrototypes(vectors: Float32Array, branch: BranchManifest): Float32Array {
  const { prototypeCount, featureCount, windowSteps, maxSimilarity } = branch;
  const size = featureCount * windowSteps;
  const kernel = new Float32Array(vectors.length);
  for (let prototype = 0; prototype < prototypeCount; prototype++) {
    const vector = vectors.subarray(prototype * size, (prototype + 1) * size);
    const squares = vector.reduce((total, value) => total + value * value, 0);
    const norm =
      branch.similarity === 'cosine' ? Math.max(Math.sqrt(squares), COSINE_EPSILON) : Math.sqrt(squares + EPSILON);
    for (let feature = 0; feature < featureCount; feature++) {
      for (let step = 0; step < windowSteps; step++) {
        kernel[(step * featureCount + feature) * prototypeCount + prototype] =
          (maxSimilarity * vector[feature * windowSteps + step]) / norm;
      }
    }
  }
  return kernel;
}

/**
 * Compares features `[batch, 1, steps, features]` with every prototype in every window of consecutive steps.
 *
 * @returns the similarity in each window `[batch, windows, prototypes]`, and its mean over windows
 *   `[batch, prototypes]`, which is the score that the fusion layer receives.
 */
export function compareWithPrototypes(
  features: Tensor4D,
  bank: PrototypeBank,
  branch: BranchManifest,
): { windows: Tensor3D; score: Tensor2D } {
  const dots = conv2d(features, bank.kernel, 1, 'valid');
  const squares = conv2d(sum(square(features), 3, true) as Tensor4D, bank.ones, 1, 'valid');
  const norms =
    branch.similarity === 'cosine'
      ? maximum(sqrt(squares), scalar(COSINE_EPSILON))
      : sqrt(add(squares, scalar(EPSILON)));
  const windows = reshape(div(dots, norms), [-1, branch.windowCount, branch.prototypeCount]) as Tensor3D;
  return { windows, score: mean(windows, 1) as Tensor2D };
}
