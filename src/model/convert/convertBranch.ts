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
  const addConvolution: AddConvolution = (layer, { kernel, bias }) => {
    tensors.set(`${layer}.kernel`, kernel);
    tensors.set(`${layer}.bias`, bias);
  };

  const { blocks, channels } = convertTrunk(state, trunk, flat, input.leadOrder.length, addConvolution);
  const hasAddOn = state.keys('add_on_layers.').length > 0;
  const wanted = hasAddOn ? null : channels;
  const prototypes = state.read('prototype_vectors', flat ? [null, wanted] : [null, wanted, 1, null]);
  const [prototypeCount, featureCount, , windowSteps = 1] = prototypes.shape;
  tensors.set('prototypes', { shape: [prototypeCount, featureCount, windowSteps], values: prototypes.values });
  if (hasAddOn) convertAddOn(state, flat, channels, featureCount, addConvolution);

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
      addOnLayers: hasAddOn ? 2 : 0,
      weightsFile: `${name}.safetensors`,
    },
  };
}

type AddConvolution = (layer: string, convolution: FoldedConvolution) => void;

/** Converts every convolution of a trunk; tells its blocks and how many channels the last one writes. */
function convertTrunk(state: StateDict, trunk: string, flat: boolean, leadCount: number, addConvolution: AddConvolution) {
  const stem = convertStem(state, trunk, flat, leadCount);
  addConvolution('stem', stem);
  const blocks = findBlocks(state, trunk);
  let channels = channelsOf(stem);
  for (const { kind, name, stride, downsample } of blocks) {
    const key = `${trunk}${name}`;
    const blockInputs = channels;
    for (const [i, width] of kernelWidths[kind].entries()) {
      const part = `conv${i + 1}`;
      const convolution = convertConvolution(state, `${key}.${part}`, `${key}.bn${i + 1}`, flat, [null, channels, width]);
      addConvolution(`${name}.${part}`, convolution);
      channels = channelsOf(convolution);
    }
    // Where the block changes its width or stride, the checkpoint must have a skip convolution.
    if (downsample || channels !== blockInputs || stride !== 1) {
      const skip = convertConvolution(state, `${key}.downsample.0`, `${key}.downsample.1`, flat, [channels, blockInputs, 1]);
      addConvolution(`${name}.downsample`, skip);
    }
  }
  return { blocks, channels };
}

const channelsOf = ({ bias }: FoldedConvolution) => bias.values.length;

/** Along time, of the convolutions of each kind of block. */
const kernelWidths = { basic: [3, 3], bottleneck: [1, 3, 1] } as const;

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

/**
 * A convolution within a block: of a 3 × 3 kernel only the middle row, since the image is one row high.
 *
 * @param sizes channels that it must write (`null` where any number will do) and read, and the kernel's width.
 */
function convertConvolution(
  state: StateDict,
  key: string,
  norm: string,
  flat: boolean,
  sizes: readonly [outputs: number | null, inputs: number, width: number],
): FoldedConvolution {
  const [, inputs, width] = sizes;
  const height = flat ? 1 : width;
  const { shape, values } = state.read(`${key}.weight`, flat ? sizes : [...sizes, height]);
  const [outputs] = shape;
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
  return names.map((name) => {
    const parts = state.keys(`${trunk}${name}.`);
    return {
      kind: parts.some((part) => /^(conv|bn)3\./.test(part)) ? ('bottleneck' as const) : ('basic' as const),
      name,
      stride: name.endsWith('.0') && name !== 'layer1.0' ? 2 : 1,
      downsample: parts.some((part) => part.startsWith('downsample.')),
    };
  });
}

/** The 1×1 layers between trunk and prototypes, which a checkpoint may lack. */
function convertAddOn(
  state: StateDict,
  flat: boolean,
  trunkChannels: number,
  featureCount: number,
  addConvolution: AddConvolution,
): void {
  const spatial = flat ? [] : [1, 1];
  let inputs = trunkChannels;
  for (const [position, layer] of [0, 2].entries()) {
    const wanted = [position === 1 ? featureCount : null, inputs, ...spatial];
    const { shape, values } = state.read(`add_on_layers.${layer}.weight`, wanted);
    const [outputs] = shape;
    const layout: KernelLayout = { width: 1, inputs, outputs, at: (output, channel) => output * shape[1] + channel };
    addConvolution(`addOn${position + 1}`, {
      kernel: toKernel(values, layout),
      bias: state.read(`add_on_layers.${layer}.bias`, [outputs]),
    });
    inputs = outputs;
  }
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
