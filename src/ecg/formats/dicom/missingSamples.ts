import type { WaveformSamples } from './waveformSamples';

/** The samples of a lead, which may be changed, and their step. */
interface SampledLead {
  readonly samples: Float64Array;
  readonly microvoltsPerStep: number;
}

/** From one sample to the next, an ECG does not jump further unless something else than the heart makes it. */
const APART_MICROVOLTS = 500;

/**
 * Puts NaN where the file marks samples as missing by its WaveformPaddingValue. Some devices give a value that samples
 * have too, 0 for one. It is believed where no ECG reaches, at the end of the range; where it stands apart from all
 * other samples of a lead; and where all leads carry it at once.
 * @returns remarks on samples of that value that were kept.
 */
export function markMissing(leads: readonly SampledLead[], { padding, lowest, highest }: WaveformSamples): string[] {
  if (padding === undefined) return [];
  const isEnd = padding === lowest || padding === highest;
  const isBelieved = leads.map((lead) => isEnd || standsApart(padding, lead));
  let kept = 0;
  const sampleCount = leads[0]?.samples.length ?? 0;
  for (let index = 0; index < sampleCount; index++) {
    const isAtOnce = leads.length > 1 && leads.every(({ samples }) => samples[index] === padding);
    leads.forEach(({ samples }, which) => {
      if (samples[index] !== padding) return;
      if (isAtOnce || isBelieved[which]) samples[index] = NaN;
      else kept++;
    });
  }
  if (kept === 0) return [];
  return [`The file marks missing samples by ${padding}, which is an ordinary value of its leads too: ${kept} such samples were kept.`];
}

function standsApart(padding: number, { samples, microvoltsPerStep }: SampledLead): boolean {
  const steps = APART_MICROVOLTS / microvoltsPerStep;
  return samples.every((sample) => sample === padding || Math.abs(sample - padding) >= steps);
}
