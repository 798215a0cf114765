import type { BranchManifest, Manifest } from '../model/manifest';

/** Kernel and stride of each layer of the stem: a convolution of 7 and a max-pooling of 3, each with stride 2. */
const stem = [
  { kernel: 7, stride: 2 },
  { kernel: 3, stride: 2 },
];

/**
 * How much of the record one window of features can see, in seconds: the receptive field of `windowSteps` feature steps,
 * computed from the kernels and strides of the trunk (Araujo et al., Computing Receptive Fields, Distill 2019). It may
 * exceed the record's own length. Far wider than the segment that is marked as the evidence window.
 */
export function receptiveFieldSeconds(branch: BranchManifest, input: Manifest['input']): number {
  const layers = [
    ...stem,
    ...branch.blocks.flatMap((block) =>
      block.kind === 'basic'
        ? [
            { kernel: 3, stride: block.stride },
            { kernel: 3, stride: 1 },
          ]
        : [{ kernel: 3, stride: block.stride }],
    ),
  ];
  let samples = 1;
  let samplesPerStep = 1;
  for (const { kernel, stride } of layers) {
    samples += (kernel - 1) * samplesPerStep;
    samplesPerStep *= stride;
  }
  return (samples + (branch.windowSteps - 1) * samplesPerStep) / input.samplingRateHz;
}
