import { BRANCHES, type BranchName, type PerBranch, perBranch } from '../../src/model/branch';
import type { Dtype } from '../../src/model/checkpoint/dtype';
import { STATEMENTS } from '../../src/model/statements';
import { createRandom, type Random } from './random';
import { type StoredTensor, storedTensor } from './storedTensor';

/** The sizes of a random ProtoECGNet. */
export interface StateDictSizes {
  readonly seed: number;
  /** Depth of the ResNet trunks; 50 has bottleneck blocks. */
  readonly depth: 18 | 34 | 50;
  /** Channels of the first layer: 64 as published, a few for tests. */
  readonly baseWidth: number;
  /** The classes of every prototype, as indices into the branch's classes: one each, two for a joint prototype. */
  readonly prototypeClasses: PerBranch<readonly (readonly number[])[]>;
  /** Whether each branch has its two add-on layers; default true. */
  readonly addOnLayers?: boolean;
  /** What the weights are stored as; default float32. */
  readonly dtype?: Dtype;
}

const branchModules: PerBranch<string> = { rhythm: 'model1d', morphology: 'model2d_partial', global: 'model2d_global' };
const windowSteps: PerBranch<number> = { rhythm: 1, morphology: 3, global: 32 };
const blockCounts = { 18: [2, 2, 2, 2], 34: [3, 4, 6, 3], 50: [3, 4, 6, 3] } as const;

const classCountOf = (branch: BranchName): number => STATEMENTS.filter((one) => one.branch === branch).length;

/** Class identity of unpruned branches: `perClass` prototypes for each class, class by class; 5, 18 and 7 as published. */
export function evenPrototypeClasses(perClass: PerBranch<number>): PerBranch<readonly (readonly number[])[]> {
  return perBranch((branch) =>
    Array.from({ length: classCountOf(branch) * perClass[branch] }, (_, prototype) => [
      Math.floor(prototype / perClass[branch]),
    ]),
  );
}

/** Fills a state dict with random tensors whose scale keeps activations near 1. */
function createFiller(random: Random, dtype: Dtype, tensors: Map<string, StoredTensor>) {
  const fill = (key: string, shape: readonly number[], valueOf: (index: number) => number): void => {
    const count = shape.reduce((product, size) => product * size, 1);
    tensors.set(key, storedTensor(shape, Float32Array.from({ length: count }, (_, i) => valueOf(i)), dtype));
  };
  return {
    fill,
    /** Gaussian weights of variance 2 / inputs (He et al. 2015); `inputs` counts those that ever meet data. */
    weights: (key: string, shape: readonly number[], inputs: number): void =>
      fill(key, shape, () => random.gaussian() * Math.sqrt(2 / inputs)),
    batchNorm: (key: string, channels: number): void => {
      fill(`${key}.weight`, [channels], () => random.uniform(0.6, 1.2));
      fill(`${key}.bias`, [channels], () => random.uniform(-0.2, 0.2));
      fill(`${key}.running_mean`, [channels], () => random.uniform(-0.3, 0.3));
      fill(`${key}.running_var`, [channels], () => random.uniform(0.5, 2));
      tensors.set(`${key}.num_batches_tracked`, storedTensor([], [1000], 'int64'));
    },
  };
}

type Filler = ReturnType<typeof createFiller>;

/** Fills the trunk of one branch and returns its number of features. */
function fillTrunk(filler: Filler, trunk: string, branch: BranchName, sizes: StateDictSizes): number {
  const isFlat = branch === 'rhythm';
  const { depth, baseWidth } = sizes;
  const isBottleneck = depth === 50;
  const expansion = isBottleneck ? 4 : 1;
  // In the two-dimensional trunks only the middle row of a 3 × 3 kernel meets data: the height is 1.
  const convolution = (key: string, outputs: number, inputs: number, size: number): void =>
    filler.weights(
      `${key}.weight`,
      isFlat ? [outputs, inputs, size] : [outputs, inputs, size, size],
      inputs * size,
    );

  filler.weights(`${trunk}.conv1.weight`, isFlat ? [baseWidth, 12, 7] : [baseWidth, 1, 12, 7], 12 * 7);
  filler.batchNorm(`${trunk}.bn1`, baseWidth);
  let inputs = baseWidth;
  blockCounts[depth].forEach((blockCount, layer) => {
    const width = baseWidth * 2 ** layer;
    const outputs = width * expansion;
    for (let index = 0; index < blockCount; index++) {
      const block = `${trunk}.layer${layer + 1}.${index}`;
      const kernels: [outputs: number, inputs: number, size: number][] = isBottleneck
        ? [
            [width, inputs, 1],
            [width, width, 3],
            [outputs, width, 1],
          ]
        : [
            [width, inputs, 3],
            [width, width, 3],
          ];
      kernels.forEach(([out, into, size], i) => {
        convolution(`${block}.conv${i + 1}`, out, into, size);
        filler.batchNorm(`${block}.bn${i + 1}`, out);
      });
      if (index === 0 && (layer > 0 || inputs !== outputs)) {
        convolution(`${block}.downsample.0`, outputs, inputs, 1);
        filler.batchNorm(`${block}.downsample.1`, outputs);
      }
      inputs = outputs;
    }
  });
  return inputs;
}

function fillBranch(filler: Filler, random: Random, branch: BranchName, sizes: StateDictSizes): void {
  const module = branchModules[branch];
  const isFlat = branch === 'rhythm';
  const classesOf = sizes.prototypeClasses[branch];
  const [prototypeCount, classCount] = [classesOf.length, classCountOf(branch)];
  const trunk = isFlat ? `${module}.feature_extractor` : `${module}.feature_extractor.resnet`;
  const features = fillTrunk(filler, trunk, branch, sizes);
  if (!isFlat) {
    // ImageNet's classifier, which the reference leaves in place unused.
    const unusedClasses = Math.ceil((1000 * sizes.baseWidth) / 64);
    filler.weights(`${trunk}.fc.weight`, [unusedClasses, features], features);
    filler.fill(`${trunk}.fc.bias`, [unusedClasses], () => 0);
  }
  if (sizes.addOnLayers ?? true) {
    for (const layer of [0, 2]) {
      const shape = isFlat ? [features, features] : [features, features, 1, 1];
      // Larger than Kaiming's, or the sigmoid would leave all features near one half, whatever the ECG.
      filler.weights(`${module}.add_on_layers.${layer}.weight`, shape, features / 8);
      filler.fill(`${module}.add_on_layers.${layer}.bias`, [features], () => random.uniform(-0.1, 0.1));
    }
  }
  const shape = isFlat ? [prototypeCount, features] : [prototypeCount, features, 1, windowSteps[branch]];
  filler.fill(`${module}.prototype_vectors`, shape, () => random.uniform(0, 1) ** 3);
  filler.fill(`${module}.ones`, shape, () => 1);
  filler.fill(`${module}.prototype_class_identity`, [prototypeCount, classCount], (i) =>
    classesOf[Math.floor(i / classCount)].includes(i % classCount) ? 1 : 0,
  );
  filler.fill(`${module}.classifier.weight`, [classCount, prototypeCount], (i) =>
    classesOf[i % prototypeCount].includes(Math.floor(i / prototypeCount)) ? 1 : -0.5,
  );
}

/**
 * A random ProtoECGNet with all the keys of a published fusion checkpoint, without a prefix: the same numbers for the
 * same seed. Its statements and the classes of its branches are those of `STATEMENTS`.
 */
export function createStateDict(sizes: StateDictSizes): Map<string, StoredTensor> {
  const random = createRandom(sizes.seed);
  const tensors = new Map<string, StoredTensor>();
  const filler = createFiller(random, sizes.dtype ?? 'float32', tensors);
  for (const branch of BRANCHES) fillBranch(filler, random, branch, sizes);
  const prototypeCount = BRANCHES.reduce((sum, branch) => sum + sizes.prototypeClasses[branch].length, 0);
  // Similarities reach 13, so smaller weights than Kaiming's keep probabilities away from 0 and 1.
  filler.fill(
    'classifier.weight',
    [STATEMENTS.length, prototypeCount],
    () => random.gaussian() * (0.5 / Math.sqrt(prototypeCount)),
  );
  filler.fill('classifier.bias', [STATEMENTS.length], () => random.uniform(-1, 1));
  return tensors;
}
