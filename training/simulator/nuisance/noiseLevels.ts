import type { Ecg } from '../../../src/ecg/ecg';
import type { LeadName } from '../../../src/ecg/lead';
import { toRateRatio } from '../../../src/signal/rateRatio';
import { resample } from '../../../src/signal/resample';
import { toBandPower } from './bandPower';
import { createBandPass, filterForward } from './filters';

/** What disturbs an ECG, measured as the network will see it: at 100 Hz. All in microvolts, root mean square. */
export interface NoiseLevels {
  /** Below 0.5 Hz, in leads I and II. */
  readonly limbWanderUv: number;
  /** Below 0.5 Hz, the mean of V1 to V6. */
  readonly precordialWanderUv: number;
  /** Below 0.5 Hz, in the lead that has most. */
  readonly worstWanderUv: number;
  /** From 20 to 45 Hz in the quieter quarter of the recording, between the complexes; mean of I and II. */
  readonly limbMuscleUv: number;
  /** The same, mean of V1 to V6. */
  readonly precordialMuscleUv: number;
  /** The same, in the lead that has most. */
  readonly worstMuscleUv: number;
}

const RATE_HZ = 100;
const LIMB: readonly LeadName[] = ['I', 'II'];
const PRECORDIAL: readonly LeadName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'];
const WINDOW_SAMPLES = 10;

/** Measures wander and noise of an ECG of any sampling rate from 100 Hz on, without missing samples. */
export function toNoiseLevels(ecg: Ecg): NoiseLevels {
  const { up, down } = toRateRatio(ecg.samplingRateHz, RATE_HZ);
  const measured = [...LIMB, ...PRECORDIAL].map((lead) => {
    const samples = resample(ecg.leads[lead], up, down);
    return { wander: 1000 * Math.sqrt(toBandPower(samples, RATE_HZ, 0, 0.5)), muscle: 1000 * toQuietNoise(samples) };
  });
  const [limb, precordial] = [measured.slice(0, LIMB.length), measured.slice(LIMB.length)];
  const toMean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    limbWanderUv: toMean(limb.map(({ wander }) => wander)),
    precordialWanderUv: toMean(precordial.map(({ wander }) => wander)),
    worstWanderUv: Math.max(...measured.map(({ wander }) => wander)),
    limbMuscleUv: toMean(limb.map(({ muscle }) => muscle)),
    precordialMuscleUv: toMean(precordial.map(({ muscle }) => muscle)),
    worstMuscleUv: Math.max(...measured.map(({ muscle }) => muscle)),
  };
}

/** Root mean square from 20 to 45 Hz in the window of 0.1 s below which a quarter of all windows lie. */
function toQuietNoise(samples: Float64Array): number {
  const { filter } = createBandPass(20, 45, RATE_HZ);
  const band = Float64Array.from(samples);
  // Twice each way: zero phase, and steep enough to keep T waves out.
  for (let pass = 0; pass < 4; pass++) {
    filterForward(band, filter, band[0]);
    band.reverse();
  }
  const levels = Array.from({ length: Math.floor(band.length / WINDOW_SAMPLES) }, (_, window) => {
    const part = band.subarray(window * WINDOW_SAMPLES, (window + 1) * WINDOW_SAMPLES);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  }).sort((a, b) => a - b);
  return levels[Math.floor(levels.length / 4)]!;
}
