import {
  add,
  batchNorm,
  concat,
  conv2d,
  div,
  matMul,
  maximum,
  maxPool,
  mean,
  mul,
  relu,
  reshape,
  scalar,
  sigmoid,
  slice,
  sqrt,
  square,
  squeeze,
  stack,
  sum,
  type Tensor,
  type Tensor1D,
  tensor1d,
  type Tensor2D,
  tensor2d,
  type Tensor4D,
  tensor4d,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { BranchName, PerBranch } from '../../src/model/branch';
import { REFERENCE_NAMES } from '../../src/model/referenceNames';
import type { LazyTensor } from '../../src/model/convert/stateDict';

/** What the direct port computes for one ECG. */
export interface DirectOutput {
  /** Scores of all prototypes, branch by branch. */
  readonly similarities: Float32Array;
  /** Similarity of each morphology prototype in each window: prototypes × windows. */
  readonly morphologyWindows: Float32Array;
  readonly logits: Float32Array;
}

type Layers = ReadonlyMap<string, Tensor>;

/**
 * The reference's forward pass as written, line by line: every kernel whole (3 × 3 on an image one row high), batch
 * normalisation after each convolution, one matrix product a window. It shares no code with the network of the app, so
 * it is both the yardstick of the benchmark and an independent check.
 */
export function createDirectPort(tensors: ReadonlyMap<string, LazyTensor>) {
  const layers = new Map<string, Tensor>();
  for (const [key, tensor] of tensors) {
    if (/\.(fc|ones)\b|num_batches_tracked|^criterion/.test(key)) continue;
    layers.set(key, upload(tensor.read(), tensor.shape));
  }
  const toEcg = (input: Float32Array) => reshape(tensor2d(input, [12, 1000]), [1, 12, 1000, 1]) as Tensor4D;
  const featuresOf: PerBranch<(ecg: Tensor4D) => Tensor> = {
    rhythm: (ecg) => oneDimensional(ecg, layers, prefix('rhythm')),
    morphology: (ecg) => twoDimensional(ecg, layers, prefix('morphology')),
    global: (ecg) => twoDimensional(ecg, layers, prefix('global')),
  };
  return {
    /** What prototypes are compared with: `features` values for rhythm, `steps × features` for the others. */
    async features(input: Float32Array, branch: BranchName): Promise<Float32Array> {
      const output = tidy(() => featuresOf[branch](toEcg(input)));
      const values = (await output.data()) as Float32Array;
      output.dispose();
      return values;
    },
    async predict(input: Float32Array): Promise<DirectOutput> {
      const outputs = tidy(() => {
        const ecg = toEcg(input);
        const rhythm = cosine(featuresOf.rhythm(ecg) as Tensor1D, layers, prefix('rhythm'));
        const morphology = windowed(featuresOf.morphology(ecg) as Tensor2D, layers, prefix('morphology'));
        const global = windowed(featuresOf.global(ecg) as Tensor2D, layers, prefix('global'));
        const scores = concat([rhythm, mean(morphology, 1), mean(global, 1)], 0);
        const weights = layers.get('classifier.weight') as Tensor2D;
        const logits = add(matMul(reshape(scores, [1, -1]), weights, false, true), layers.get('classifier.bias')!);
        return [scores, morphology, reshape(logits, [-1])];
      });
      const [similarities, morphologyWindows, logits] = (await Promise.all(
        outputs.map((output) => output.data()),
      )) as Float32Array[];
      outputs.forEach((output) => output.dispose());
      return { similarities, morphologyWindows, logits };
    },
    dispose: () => layers.forEach((layer) => layer.dispose()),
  };
}

const prefix = (branch: BranchName) => `${REFERENCE_NAMES[branch].module}.`;

/** PyTorch's `[out, in, height, width]` or `[out, in, width]` to tfjs's `[height, width, in, out]`; the rest as it is. */
function upload(values: Float32Array, shape: readonly number[]): Tensor {
  return tidy(() => {
    if (shape.length === 4) return transpose(tensor4d(values, shape as [number, number, number, number]), [2, 3, 1, 0]);
    if (shape.length === 3) {
      const [outputs, inputs, width] = shape;
      return transpose(tensor4d(values, [outputs, inputs, 1, width]), [2, 3, 1, 0]);
    }
    return shape.length === 2 ? tensor2d(values, shape as [number, number]) : tensor1d(values);
  });
}

function normalise(x: Tensor4D, layers: Layers, key: string): Tensor4D {
  const part = (name: string) => layers.get(`${key}.${name}`) as Tensor1D;
  return batchNorm(x, part('running_mean'), part('running_var'), part('bias'), part('weight'), 1e-5) as Tensor4D;
}

function convolution(x: Tensor4D, layers: Layers, key: string, stride: [number, number], padHeight: number): Tensor4D {
  const kernel = layers.get(`${key}.weight`) as Tensor4D;
  const padWidth = (kernel.shape[1] - 1) / 2;
  return conv2d(x, kernel, stride, [[0, 0], [padHeight, padHeight], [padWidth, padWidth], [0, 0]], 'NHWC', 1, 'floor');
}

function residual(x: Tensor4D, layers: Layers, trunk: string, image: boolean): Tensor4D {
  let features = x;
  for (let layer = 1; layer <= 4; layer++) {
    for (let i = 0; layers.has(`${trunk}layer${layer}.${i}.conv1.weight`); i++) {
      features = block(features, layers, `${trunk}layer${layer}.${i}`, layer > 1 && i === 0 ? 2 : 1, image);
    }
  }
  return features;
}

function block(x: Tensor4D, layers: Layers, key: string, stride: number, image: boolean): Tensor4D {
  const bottleneck = layers.has(`${key}.conv3.weight`);
  const convolve = (input: Tensor4D, i: number, step: number) => {
    const kernel = layers.get(`${key}.conv${i}.weight`)!;
    const pad = image ? (kernel.shape[0] - 1) / 2 : 0;
    return normalise(convolution(input, layers, `${key}.conv${i}`, [image ? step : 1, step], pad), layers, `${key}.bn${i}`);
  };
  let inner = relu(convolve(x, 1, bottleneck ? 1 : stride));
  inner = convolve(inner, 2, bottleneck ? stride : 1);
  if (bottleneck) inner = convolve(relu(inner), 3, 1);
  const skip = layers.has(`${key}.downsample.0.weight`)
    ? normalise(convolution(x, layers, `${key}.downsample.0`, [image ? stride : 1, stride], 0), layers, `${key}.downsample.1`)
    : x;
  return relu(add(inner, skip));
}

function oneDimensional(ecg: Tensor4D, layers: Layers, branch: string): Tensor1D {
  const trunk = `${branch}feature_extractor.`;
  const signal = transpose(ecg, [0, 3, 2, 1]) as Tensor4D;
  const stem = relu(normalise(convolution(signal, layers, `${trunk}conv1`, [1, 2], 0), layers, `${trunk}bn1`));
  const pooled = maxPool(stem, [1, 3], [1, 2], [[0, 0], [0, 0], [1, 1], [0, 0]], 'floor');
  const features = mean(residual(pooled, layers, trunk, false), [1, 2]) as Tensor2D;
  return squeeze(addOn(features, layers, branch)) as Tensor1D;
}

function twoDimensional(ecg: Tensor4D, layers: Layers, branch: string): Tensor2D {
  const trunk = `${branch}feature_extractor.resnet.`;
  const stem = relu(normalise(convolution(ecg, layers, `${trunk}conv1`, [1, 2], 0), layers, `${trunk}bn1`));
  const pooled = maxPool(stem, 3, 2, [[0, 0], [1, 1], [1, 1], [0, 0]], 'floor');
  const features = residual(pooled, layers, trunk, true);
  const [, , steps, channels] = features.shape;
  return addOn(reshape(features, [steps, channels]) as Tensor2D, layers, branch);
}

function addOn(features: Tensor2D, layers: Layers, branch: string): Tensor2D {
  const dense = (x: Tensor2D, layer: number) => {
    const weight = layers.get(`${branch}add_on_layers.${layer}.weight`)!;
    const bias = layers.get(`${branch}add_on_layers.${layer}.bias`)!;
    const matrix = weight.rank === 4 ? squeeze<Tensor2D>(weight, [0, 1]) : transpose(weight as Tensor2D);
    return add(matMul(x, matrix), bias) as Tensor2D;
  };
  if (!layers.has(`${branch}add_on_layers.0.weight`)) return features;
  return sigmoid(dense(relu(dense(features, 0)), 2));
}

function cosine(features: Tensor1D, layers: Layers, branch: string): Tensor1D {
  const prototypes = layers.get(`${branch}prototype_vectors`) as Tensor2D;
  const unit = div(features, maximum(sqrt(sum(square(features))), scalar(1e-12)));
  const units = div(prototypes, maximum(sqrt(sum(square(prototypes), 1, true)), scalar(1e-12))) as Tensor2D;
  return reshape(matMul(units, reshape(unit, [-1, 1])), [-1]);
}

/** The reference's loop over windows: `[prototypes, windows]`. */
function windowed(features: Tensor2D, layers: Layers, branch: string): Tensor2D {
  const kernel = layers.get(`${branch}prototype_vectors`) as Tensor4D;
  const [, span, channels, count] = kernel.shape;
  const vectors = reshape(kernel, [span * channels, count]) as Tensor2D;
  const norms = sqrt(add(sum(square(vectors), 0, true), scalar(1e-4)));
  const factor = Math.sqrt(span);
  const prototypes = div(div(vectors, norms), scalar(factor)) as Tensor2D;
  const scale = scalar(Math.floor(Math.sqrt(channels * span)));
  const windows: Tensor1D[] = [];
  for (let start = 0; start + span <= features.shape[0]; start++) {
    const segment = reshape(slice(features, [start, 0], [span, channels]), [1, span * channels]);
    const norm = sqrt(add(sum(square(segment)), scalar(1e-4)));
    const scaled = div(div(mul(scale, segment), norm), scalar(factor)) as Tensor2D;
    windows.push(reshape(matMul(scaled, prototypes), [-1]) as Tensor1D);
  }
  return stack(windows, 1) as Tensor2D;
}
