import {
  dispose,
  mean,
  type Rank,
  type Tensor,
  tensor,
  tensor1d,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { Problem } from '../ecg/problem';
import { BRANCHES, type BranchName, perBranch } from './branch';
import { fuse } from './fuse';
import { type Convolution, convolve } from './layers/convolution';
import { compareWithPrototypes, normalisePrototypes, type PrototypeBank } from './layers/prototypes';
import { runTrunk } from './layers/trunk';
import type { BranchManifest, Manifest } from './manifest';
import type { BranchSimilarities, Fusion, Prediction } from './prediction';
import type { PackTensor } from './safetensors';

/** What of a manifest shapes the network. */
export type NetworkManifest = Pick<Manifest, 'input' | 'branches'>;

/** The numbers of a pack: the tensors of each branch by name, and the fusion layer. */
export interface NetworkWeights {
  readonly branches: Readonly<Record<BranchName, ReadonlyMap<string, PackTensor>>>;
  readonly fusion: Fusion;
}

/** A ProtoECGNet on the current tfjs backend. */
export interface Network {
  /**
   * Runs all three branches on a batch of ECGs.
   *
   * @param inputs each 12 × samples of preprocessed millivolts, lead by lead in the pack's order.
   * @throws Problem when an input has a wrong length or a number that is not finite, or a result is not finite.
   */
  predict(inputs: readonly Float32Array[]): Promise<Prediction[]>;
  /** Frees every tensor. */
  dispose(): void;
}

interface BranchNetwork {
  readonly manifest: BranchManifest;
  readonly layers: ReadonlyMap<string, Convolution>;
  readonly bank: PrototypeBank;
}

/** Uploads the weights to the current backend. */
export function createNetwork(manifest: NetworkManifest, weights: NetworkWeights): Network {
  const { leadOrder, sampleCount } = manifest.input;
  const leadCount = leadOrder.length;
  const networks = BRANCHES.map((name) =>
    uploadBranch(manifest.branches.find((branch) => branch.name === name)!, weights.branches[name]),
  );

  function run(inputs: readonly Float32Array[]): Tensor[] {
    const ecg = tensor4d(toTimeMajor(inputs, leadCount, sampleCount), [inputs.length, 1, sampleCount, leadCount]);
    return networks.map((network) => runBranch(ecg, network)).flatMap(({ score, windows }) => [score, windows]);
  }

  /** One row of what {@link run} computed, with the fusion layer on top. */
  function toPrediction(values: readonly Float32Array[], row: number, rowCount: number): Prediction {
    const rows = values.map((all) => all.slice((row * all.length) / rowCount, ((row + 1) * all.length) / rowCount));
    const branches = perBranch((name): BranchSimilarities => {
      const position = BRANCHES.indexOf(name);
      const { windowCount, prototypeCount } = networks[position].manifest;
      return {
        similarity: rows[2 * position],
        windowSimilarity: toPrototypeMajor(rows[2 * position + 1], windowCount, prototypeCount),
        windowCount,
      };
    });
    const similarities = Float32Array.from(BRANCHES.flatMap((name) => [...branches[name].similarity]));
    return { branches, ...fuse(weights.fusion, similarities) };
  }

  return {
    async predict(inputs) {
      for (const input of inputs) checkInput(input, leadCount * sampleCount);
      if (inputs.length === 0) return [];
      const tensors = tidy(() => run(inputs));
      try {
        const values = (await Promise.all(tensors.map((result) => result.data()))) as Float32Array[];
        if (!values.every((result) => result.every(Number.isFinite))) {
          throw new Problem('The network computed a value that is not a number, so its result is not shown.');
        }
        return inputs.map((_, row) => toPrediction(values, row, inputs.length));
      } finally {
        dispose(tensors);
      }
    },
    dispose() {
      for (const { layers, bank } of networks) {
        dispose([...layers.values()].flatMap(({ kernel, bias }) => [kernel, bias]));
        dispose([bank.kernel, bank.ones]);
      }
    },
  };
}

function uploadBranch(manifest: BranchManifest, tensors: ReadonlyMap<string, PackTensor>): BranchNetwork {
  const layers = new Map<string, Convolution>();
  for (const [name, { shape, values }] of tensors) {
    if (!name.endsWith('.kernel')) continue;
    const layer = name.slice(0, -'.kernel'.length);
    layers.set(layer, {
      kernel: tensor<Rank.R4>(values, shape as [number, number, number, number]),
      bias: tensor1d(tensors.get(`${layer}.bias`)!.values),
    });
  }
  const { windowSteps, featureCount, prototypeCount } = manifest;
  const kernel = normalisePrototypes(tensors.get('prototypes')!.values, manifest);
  return {
    manifest,
    layers,
    bank: {
      kernel: tensor4d(kernel, [1, windowSteps, featureCount, prototypeCount]),
      ones: tensor4d(new Float32Array(windowSteps).fill(1), [1, windowSteps, 1, 1]),
    },
  };
}

function runBranch(ecg: Tensor4D, { manifest, layers, bank }: BranchNetwork) {
  const layerOf = (name: string) => layers.get(name)!;
  const trunk = runTrunk(ecg, manifest.blocks, layerOf);
  const pooled = manifest.similarity === 'cosine' ? (mean(trunk, 2, true) as Tensor4D) : trunk;
  const features =
    manifest.addOnLayers === 0
      ? pooled
      : convolve(convolve(pooled, layerOf('addOn1'), 1, 'relu'), layerOf('addOn2'), 1, 'sigmoid');
  return compareWithPrototypes(features, bank, manifest);
}

function checkInput(input: Float32Array, length: number): void {
  if (input.length !== length) {
    throw new Problem(`The network needs ${length} samples and was given ${input.length}.`);
  }
  if (!input.every(Number.isFinite)) {
    throw new Problem('The recording has missing samples in the part that the network reads, so it is not run.');
  }
}

/** From lead by lead to sample by sample, which is how the convolutions read it. */
function toTimeMajor(inputs: readonly Float32Array[], leadCount: number, sampleCount: number): Float32Array {
  const values = new Float32Array(inputs.length * leadCount * sampleCount);
  let at = 0;
  for (const input of inputs) {
    for (let sample = 0; sample < sampleCount; sample++) {
      for (let lead = 0; lead < leadCount; lead++) values[at++] = input[lead * sampleCount + sample];
    }
  }
  return values;
}

function toPrototypeMajor(windows: Float32Array, windowCount: number, prototypeCount: number): Float32Array {
  const result = new Float32Array(windows.length);
  for (let window = 0; window < windowCount; window++) {
    for (let prototype = 0; prototype < prototypeCount; prototype++) {
      result[prototype * windowCount + window] = windows[window * prototypeCount + prototype];
    }
  }
  return result;
}
