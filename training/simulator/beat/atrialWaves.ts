import type { Random } from '../../../tools/synthetic/random';
import type { LeadVector } from '../anatomy/leadSpace';
import { drawChance, drawFactor } from '../random';
import type { AtrialWaves } from '../rhythm/timeline';

/**
 * Fibrillatory waves are largest in V1 as a rule, then in II (Surawicz B, Knilans T, Chou's Electrocardiography in
 * Clinical Practice, 6th ed.).
 */
const FIBRILLATION: LeadVector = [0.22, 0.5, 1, 0.6, 0.35, 0.22, 0.17, 0.15];
/** Typical flutter circles the tricuspid valve: negative sawtooth in II, III and aVF, positive waves in V1. */
const FLUTTER: LeadVector = [0.05, -1, 0.35, 0.15, -0.05, -0.2, -0.25, -0.25];
const FLUTTER_SECOND: LeadVector = [-0.2, 0.1, 0.55, 0.35, 0.15, 0.05, 0, 0];

/** Adds the waves of fibrillating or circling atria to the eight independent leads. */
export function addAtrialWaves(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  waves: AtrialWaves,
  random: Random,
): void {
  if (waves.kind === 'flutter') addFlutter(leads, samplingRateHz, waves, random);
  else addFibrillation(leads, samplingRateHz, waves, random);
}

function addFibrillation(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  { frequencyHz, coarseness }: Extract<AtrialWaves, { kind: 'fibrillation' }>,
  random: Random,
): void {
  const count = leads[0]!.length;
  for (const [share, ratio] of [
    [1, 1],
    [0.55, 0.83],
    [0.45, 1.21],
  ] as const) {
    const vector = FIBRILLATION.map(
      (value) =>
        share *
        0.06 *
        coarseness *
        value *
        drawFactor(random, 0.25) *
        (drawChance(random, share === 1 ? 0 : 0.3) ? -1 : 1),
    );
    let phase = random.uniform(0, 2 * Math.PI);
    let size = 1;
    let pace = 1;
    for (let sample = 0; sample < count; sample++) {
      // Rate and size wander slowly, as wavelets come and go; changed 50 times a second.
      if (sample % Math.max(1, Math.round(samplingRateHz / 50)) === 0) {
        pace += 0.06 * (1 - pace) + 0.035 * random.gaussian();
        size += 0.05 * (1 - size) + 0.09 * random.gaussian();
      }
      phase +=
        (2 *
          Math.PI *
          Math.min(9 / (frequencyHz * ratio), Math.max(4 / (frequencyHz * ratio), pace)) *
          frequencyHz *
          ratio) /
        samplingRateHz;
      const value = Math.max(0.15, size) * (Math.sin(phase) + 0.28 * Math.sin(2 * phase + 0.6));
      for (let lead = 0; lead < leads.length; lead++) leads[lead]![sample]! += value * vector[lead]!;
    }
  }
}

function addFlutter(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  { cycleSeconds, phaseSeconds }: Extract<AtrialWaves, { kind: 'flutter' }>,
  random: Random,
): void {
  const size = 0.1 * drawFactor(random, 0.35);
  const sign = drawChance(random, 0.8) ? 1 : -1;
  const first = FLUTTER.map((value) => sign * size * value * drawFactor(random, 0.2));
  const second = FLUTTER_SECOND.map((value) => sign * size * value * drawFactor(random, 0.25));
  const shift = random.uniform(0.6, 1.4);
  for (let sample = 0; sample < leads[0]!.length; sample++) {
    const angle = (2 * Math.PI * (sample / samplingRateHz + phaseSeconds)) / cycleSeconds;
    const saw = Math.sin(angle) + 0.42 * Math.sin(2 * angle + 0.25) + 0.16 * Math.sin(3 * angle + 0.5);
    const bump = Math.sin(angle + shift) + 0.35 * Math.sin(2 * angle + 2 * shift);
    for (let lead = 0; lead < leads.length; lead++) leads[lead]![sample]! += saw * first[lead]! + bump * second[lead]!;
  }
}
