import { Problem } from '../../ecg/problem';
import type { BranchName } from '../branch';
import type { BranchManifest, Manifest } from '../manifest';
import type { PackTensor } from '../safetensors';
import { foldBatchNorm, type FoldedConvolution, type KernelLayout, toKernel } from './foldConvolution';
import type { StateDict } from './stateDict';

/** A branch of a checkpoint as a pack stores it. */
export interface ConvertedBranch {
  readonly manifest: BranchManifest;
  /** Tensors by the names that the network looks up. */
  readonly tensors: ReadonlyMap<string, PackTensor>;
  /** SCP codes of each prototype: one, or two for a joint prototype. */
  readonly prototypeClasses: readonly (readonly string[])[];
}

/** The name of each branch in the reference's checkpoints, metadata and code. This is the one place that knows it. */
export const REFERENCE_NAMES: Readonly<Record<BranchName, string>> = {
  rhythm: 'model1d',
  morphology: 'model2d_partial',
  global: 'model2d_global',
};

/**
 * Turns one branch of a checkpoint into the tensors of a pack: batch normalisations folded, the rows of 3 × 3 kernels
 * that meet only padding dropped, kernels time-major. Depth and widths are read from the checkpoint.
 *
 * @param classes SCP codes of the branch's statements, in order.
 * @throws Problem when a tensor is missing or has a shape that no ProtoECGNet has.
 */
export function convertBranch(
  state: StateDict,
  name: BranchName,
  classes: readonly string[],
  input: Manifest['input'],
): ConvertedBranch {
  const flat = name === 'rhythm';
  const trunk = flat ? 'feature_extractor.' : 'feature_extractor.resnet.';
  const tensors = new Map<string, PackTensor>();
  const addConvolution = (layer: string, { kernel, bias }: FoldedConvolution) => {
    tensors.set(`${layer}.kernel`, kernel);
    tensors.set(`${layer}.bias`, bias);
  };

  addConvolution('stem', convertStem(state, trunk, flat, input.leadOrder.length));
  const blocks = findBlocks(state, trunk);
  for (const block of blocks) {
    const convolutions = block.kind === 'basic' ? 2 : 3;
    for (let i = 1; i <= convolutions; i++) {
      const key = `${trunk}${block.name}`;
      addConvolution(`${block.name}.conv${i}`, convertConvolution(state, `${key}.conv${i}`, `${key}.bn${i}`, flat));
    }
    if (block.downsample) {
      const key = `${trunk}${block.name}.downsample`;
      addConvolution(`${block.name}.downsample`, convertConvolution(state, `${key}.0`, `${key}.1`, flat));
    }
  }

  const prototypes = state.read('prototype_vectors', flat ? [null, null] : [null, null, 1, null]);
  const [prototypeCount, featureCount, , windowSteps = 1] = prototypes.shape;
  tensors.set('prototypes', { shape: [prototypeCount, featureCount, windowSteps], values: prototypes.values });
  const addOnLayers = convertAddOn(state, flat, featureCount, addConvolution);

  const featureSteps = stepsAfterTrunk(input.sampleCount, blocks);
  if (windowSteps > featureSteps) {
    throw new Problem(`The ${name} prototypes span ${windowSteps} steps, but an ECG has only ${featureSteps}.`);
  }
  return {
    tensors,
    prototypeClasses: readClasses(state, prototypeCount, classes, name),
    manifest: {
      name,
      classes: [...classes],
      prototypeCount,
      maxSimilarity: flat ? 1 : Math.floor(Math.sqrt(featureCount * windowSteps)) / windowSteps,
      similarity: flat ? 'cosine' : 'scaledCosine',
      windowSteps,
      windowCount: flat ? 1 : featureSteps - windowSteps + 1,
      featureSteps,
      featureCount,
      blocks,
      addOnLayers,
      weightsFile: `${name}.safetensors`,
    },
  };
}

/** The first convolution: 12 leads in, either as channels (1-D) or as the rows of an image (2-D). */
function convertStem(state: StateDict, trunk: string, flat: boolean, leadCount: number): FoldedConvolution {
  const { shape, values } = state.read(`${trunk}conv1.weight`, flat ? [null, leadCount, 7] : [null, 1, leadCount, 7]);
  const layout: KernelLayout = {
    width: 7,
    inputs: leadCount,
    outputs: shape[0],
    at: (output, lead, step) => (output * leadCount + lead) * 7 + step,
  };
  return foldBatchNorm(values, layout, state, `${trunk}bn1`);
}

/** A convolution within a block: of a 3 × 3 kernel only the middle row, since the image is one row high. */
function convertConvolution(state: StateDict, key: string, norm: string, flat: boolean): FoldedConvolution {
  const { shape, values } = state.read(`${key}.weight`, flat ? [null, null, null] : [null, null, null, null]);
  const [outputs, inputs] = shape;
  const width = shape[shape.length - 1];
  const height = flat ? 1 : shape[2];
  if ((width !== 1 && width !== 3) || (!flat && height !== width)) {
    throw new Problem(`The kernel "${key}" is ${shape.slice(2).join(' × ')}; a ResNet's blocks have 1 or 3.`);
  }
  const row = (height - 1) / 2;
  const layout: KernelLayout = {
    width,
    inputs,
    outputs,
    at: (output, channel, step) => ((output * inputs + channel) * height + row) * width + step,
  };
  return foldBatchNorm(values, layout, state, norm);
}

function findBlocks(state: StateDict, trunk: string): BranchManifest['blocks'] {
  const names = [1, 2, 3, 4].flatMap((layer) => {
    const indices = state.keys(`${trunk}layer${layer}.`).map((key) => Number.parseInt(key, 10));
    return Array.from({ length: Math.max(0, ...indices.map((index) => index + 1)) }, (_, i) => `layer${layer}.${i}`);
  });
  return names.map((name) => ({
    kind: state.has(`${trunk}${name}.conv3.weight`) ? ('bottleneck' as const) : ('basic' as const),
    name,
    stride: name.endsWith('.0') && name !== 'layer1.0' ? 2 : 1,
    downsample: state.has(`${trunk}${name}.downsample.0.weight`),
  }));
}

/** The 1×1 layers between trunk and prototypes; a checkpoint may have none. */
function convertAddOn(
  state: StateDict,
  flat: boolean,
  featureCount: number,
  addConvolution: (layer: string, convolution: FoldedConvolution) => void,
): 0 | 2 {
  if (state.keys('add_on_layers.').length === 0) return 0;
  const spatial = flat ? [] : [1, 1];
  for (const [position, layer] of [0, 2].entries()) {
    const last = position === 1;
    const { shape, values } = state.read(`add_on_layers.${layer}.weight`, [last ? featureCount : null, null, ...spatial]);
    const [outputs, inputs] = shape;
    const layout: KernelLayout = { width: 1, inputs, outputs, at: (output, channel) => output * inputs + channel };
    addConvolution(`addOn${position + 1}`, {
      kernel: toKernel(values, layout),
      bias: state.read(`add_on_layers.${layer}.bias`, [outputs]),
    });
  }
  return 2;
}

function readClasses(
  state: StateDict,
  prototypeCount: number,
  classes: readonly string[],
  name: BranchName,
): (readonly string[])[] {
  const { values } = state.read('prototype_class_identity', [prototypeCount, classes.length]);
  return Array.from({ length: prototypeCount }, (_, prototype) => {
    const row = values.subarray(prototype * classes.length, (prototype + 1) * classes.length);
    const own = classes.filter((_code, i) => row[i] === 1);
    if (own.length < 1 || own.length > 2) {
      throw new Problem(`The prototype ${name}/${prototype} belongs to ${own.length} classes; one or two are possible.`);
    }
    return own;
  });
}

/** Feature steps that the trunk makes of `sampleCount` samples: each stride halves them, rounding up. */
function stepsAfterTrunk(sampleCount: number, blocks: BranchManifest['blocks']): number {
  const halve = (steps: number) => Math.ceil(steps / 2);
  return blocks.reduce((steps, { stride }) => (stride === 2 ? halve(steps) : steps), halve(halve(sampleCount)));
}
