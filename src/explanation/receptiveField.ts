import type { BranchManifest, Manifest } from '../model/manifest';

/** A layer that looks at `kernel` neighbouring steps, `padding` of them before the first, every `stride` steps. */
interface Layer {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** The stem: a convolution of 7 and a max-pooling of 3, each with stride 2. */
const STEM: readonly Layer[] = [
  { kernel: 7, stride: 2, padding: 3 },
  { kernel: 3, stride: 2, padding: 1 },
];

/** The part of the record that a window of features was computed from. */
export interface ReceptiveField {
  /** In seconds from the start of the record, within it. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Whether the field reaches beyond the record's beginning or end, so that it does not end there by itself. */
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
}

/**
 * What of the record the features of window `window` were computed from: its receptive field, from the kernels, strides and
 * paddings of the trunk (Araujo et al., Computing Receptive Fields, Distill 2019), cut to the record. Far wider than the
 * segment that is marked as the evidence window.
 */
export function receptiveField(branch: BranchManifest, input: Manifest['input'], window: number): ReceptiveField {
  const { first, sampleCount, samplesPerStep } = fieldOfFirstStep(branch);
  const start = first + window * samplesPerStep;
  const end = start + sampleCount + (branch.windowSteps - 1) * samplesPerStep;
  return {
    startSeconds: Math.max(0, start) / input.samplingRateHz,
    endSeconds: Math.min(input.sampleCount, end) / input.samplingRateHz,
    isCutAtStart: start < 0,
    isCutAtEnd: end > input.sampleCount,
  };
}

/** The samples that the first feature step looks at: from `first`, which lies before the record, where it meets padding. */
function fieldOfFirstStep(branch: BranchManifest): { first: number; sampleCount: number; samplesPerStep: number } {
  let first = 0;
  let sampleCount = 1;
  let samplesPerStep = 1;
  for (const { kernel, stride, padding } of [...STEM, ...branch.blocks.flatMap(layersOf)]) {
    first -= padding * samplesPerStep;
    sampleCount += (kernel - 1) * samplesPerStep;
    samplesPerStep *= stride;
  }
  return { first, sampleCount, samplesPerStep };
}

/** A block's convolutions that are wider than a step, in turn. */
function layersOf({ kind, stride }: BranchManifest['blocks'][number]): readonly Layer[] {
  const first = { kernel: 3, stride, padding: 1 };
  return kind === 'basic' ? [first, { ...first, stride: 1 }] : [first];
}
