import type { Ecg } from '../../src/ecg/ecg';
import type { LeadName } from '../../src/ecg/lead';
import { createRandom } from './random';
import type { Random } from './random';

/** What a synthetic ECG looks like. All but the seed have defaults; the seed draws what is left open. */
export interface SyntheticEcgOptions {
  /** Draws axis, amplitudes, QRS width, T polarity and irregularity, beat by beat variation and noise. */
  readonly seed: number;
  /** Mean heart rate, beats per minute; 72 unless given. */
  readonly heartRatePerMinute?: number;
  /** Samples per second of every lead, in hertz; 500 unless given. */
  readonly samplingRateHz?: number;
  /** Length in seconds; 10 unless given. */
  readonly seconds?: number;
  /** Duration of the QRS complex in seconds; drawn from 0.08 to 0.15 unless given. */
  readonly qrsSeconds?: number;
  /** Electrical axis of the QRS complex in the frontal plane, degrees; drawn from -40 to 100 unless given. */
  readonly axisDegrees?: number;
  /** Factor on every T wave; -1 inverts it. Drawn (inverted for a third of the seeds) unless given. */
  readonly tWaveFactor?: number;
  /** Standard deviation of the RR interval as a share of its mean; drawn from 0.01 to 0.15 unless given. */
  readonly rrVariation?: number;
  /** Standard deviation of the noise in every electrode, in millivolts; 0.008 unless given. */
  readonly noiseMv?: number;
}

/** One wave of a beat: a bell curve in time, a vector in the frontal plane, an amplitude in each precordial lead. */
interface Wave {
  readonly offsetSeconds: number;
  readonly sigmaSeconds: number;
  readonly frontalMv: number;
  readonly frontalDegrees: number;
  readonly precordialMv: readonly number[];
}

const PRECORDIAL = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];
const S_PRECORDIAL_MV = [-1, -1.3, -0.8, -0.4, -0.15, -0.05];
const STEPS_PER_MV = 1024;

/**
 * A 12-lead ECG for tests: Gaussian P, Q, R, S and T waves, varying from beat to beat, with slow baseline wander and
 * slight noise. The same options always give the same samples. It is test support and makes no clinical claim: it is
 * not the simulator that the demonstration model is trained on.
 *
 * Samples are whole multiples of 1/2048 mV, so Einthoven's law (III = II - I) and Goldberger's relations
 * (aVR = -(I + II)/2, aVL = I - II/2, aVF = II - I/2) hold exactly in 32-bit floats, and a record written with a gain
 * of 2048 per mV is read back without loss.
 */
export function createSyntheticEcg(options: SyntheticEcgOptions): Ecg {
  const { seed, heartRatePerMinute = 72, samplingRateHz = 500, seconds = 10, noiseMv = 0.008 } = options;
  const random = createRandom(seed);
  const sampleCount = Math.round(samplingRateHz * seconds);
  const waves = createWaves(options, random);
  const rrVariation = options.rrVariation ?? random.uniform(0.01, 0.15);
  const beats = createBeats(60 / heartRatePerMinute, rrVariation, seconds, random);

  // Eight independent leads: I, II and the precordials. The other four follow from them.
  const independent = Array.from({ length: 8 }, () => createBaseline(sampleCount, samplingRateHz, noiseMv, random));
  for (const beat of beats) {
    for (const wave of waves) addWave(independent, wave, beat, samplingRateHz);
  }
  const [I, II, ...precordial] = independent.map(toSteps);
  const combine = (a: number, b: number) => I!.map((sample, index) => a * sample + b * II![index]! + 0);
  const chest = Object.fromEntries(PRECORDIAL.map((lead, index) => [lead, precordial[index]!]));
  return {
    samplingRateHz,
    sampleCount,
    leads: {
      I: I!,
      II: II!,
      III: combine(-1, 1),
      aVR: combine(-0.5, -0.5),
      aVL: combine(1, -0.5),
      aVF: combine(-0.5, 1),
      ...(chest as Record<(typeof PRECORDIAL)[number], Float32Array>),
    },
    format: 'Synthetic ECG for tests',
    scale: 'millivolts by construction',
    remarks: [],
  };
}

function createWaves(options: SyntheticEcgOptions, random: Random): Wave[] {
  const qrsSeconds = options.qrsSeconds ?? random.uniform(0.08, 0.15);
  const axis = options.axisDegrees ?? random.uniform(-40, 100);
  const drawnTFactor = random.uniform(0, 1) < 1 / 3 ? -1 : 1;
  const tFactor = options.tWaveFactor ?? drawnTFactor * random.uniform(0.6, 1.4);
  const voltage = random.uniform(0.7, 1.4);
  const scaled = (values: readonly number[], factor: number) =>
    values.map((value) => value * factor * random.uniform(0.8, 1.2));
  const wave = (
    offsetSeconds: number,
    sigmaSeconds: number,
    frontalMv: number,
    frontalDegrees: number,
    precordialMv: readonly number[],
  ): Wave => ({ offsetSeconds, sigmaSeconds, frontalMv, frontalDegrees, precordialMv });
  return [
    wave(-0.16, 0.022, 0.13, random.uniform(40, 70), scaled([0.06, 0.08, 0.08, 0.08, 0.07, 0.07], 1)),
    wave(-0.3 * qrsSeconds, qrsSeconds / 9, 0.12 * voltage, axis + 170, scaled([0, 0, 0, -0.05, -0.1, -0.1], voltage)),
    wave(0, qrsSeconds / 7.5, 1.1 * voltage, axis, scaled([0.25, 0.45, 0.8, 1.4, 1.3, 1], voltage)),
    wave(0.33 * qrsSeconds, qrsSeconds / 8, 0.25 * voltage, axis - 120, scaled(S_PRECORDIAL_MV, voltage)),
    wave(0.3, 0.05, 0.28 * tFactor, axis * 0.5 + 20, scaled([-0.05, 0.35, 0.4, 0.38, 0.3, 0.22], tFactor)),
  ];
}

/** One beat: when its R wave peaks, how its waves stretch with the RR interval and how high they are. */
interface Beat {
  readonly peakSeconds: number;
  readonly stretch: number;
  readonly height: number;
}

function createBeats(meanRrSeconds: number, rrVariation: number, seconds: number, random: Random): Beat[] {
  const beats: Beat[] = [];
  let peakSeconds = random.uniform(0.1, 0.9) * meanRrSeconds;
  while (peakSeconds < seconds + meanRrSeconds) {
    const rrSeconds = meanRrSeconds * Math.max(0.5, 1 + rrVariation * random.gaussian());
    beats.push({ peakSeconds, stretch: Math.sqrt(Math.min(rrSeconds, 1)), height: 1 + 0.03 * random.gaussian() });
    peakSeconds += rrSeconds;
  }
  return beats;
}

function createBaseline(sampleCount: number, samplingRateHz: number, noiseMv: number, random: Random): Float64Array {
  const wanderMv = random.uniform(0, 0.06);
  const wanderHz = random.uniform(0.1, 0.35);
  const phase = random.uniform(0, 2 * Math.PI);
  return Float64Array.from(
    { length: sampleCount },
    (_, index) =>
      wanderMv * Math.sin((2 * Math.PI * wanderHz * index) / samplingRateHz + phase) + noiseMv * random.gaussian(),
  );
}

function addWave(leads: readonly Float64Array[], wave: Wave, beat: Beat, samplingRateHz: number): void {
  const centre = (beat.peakSeconds + wave.offsetSeconds * beat.stretch) * samplingRateHz;
  const sigma = wave.sigmaSeconds * samplingRateHz;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const amplitudes = [
    wave.frontalMv * Math.cos(radians(wave.frontalDegrees)),
    wave.frontalMv * Math.cos(radians(wave.frontalDegrees - 60)),
    ...wave.precordialMv,
  ];
  const sampleCount = leads[0]!.length;
  const last = Math.min(sampleCount - 1, Math.floor(centre + 5 * sigma));
  for (let index = Math.max(0, Math.ceil(centre - 5 * sigma)); index <= last; index++) {
    const bell = beat.height * Math.exp(-0.5 * ((index - centre) / sigma) ** 2);
    leads.forEach((lead, which) => (lead[index]! += amplitudes[which]! * bell));
  }
}

function toSteps(samples: Float64Array): Float32Array {
  // Adding 0 turns -0 into 0, which no file format tells apart.
  return Float32Array.from(samples, (sample) => Math.round(sample * STEPS_PER_MV) / STEPS_PER_MV + 0);
}
