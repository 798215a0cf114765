import type { Random } from '../../../tools/synthetic/random';
import { drawWeighted } from '../drawWeighted';
import { drawChance } from '../random';
import { applyClockError } from './clock';
import { perRecordedLead, type RecordedLeads } from './electrodes';
import { createLowPass, createNotch, filterForward, filterHighPass } from './filters';

/** What an electrocardiograph does to the leads it records. */
export interface Device {
  /** Edge of the first-order high-pass, in hertz. */
  readonly highPassHz: number;
  readonly highPassDirection: 'causal' | 'zero-phase';
  /** Edge of the second-order low-pass, in hertz; `null` where it lies beyond what the sampling rate can hold. */
  readonly lowPassHz: number | null;
  /** Centre of the notch against the mains, in hertz; `null` where it is off. */
  readonly notchHz: number | null;
  /** What the device writes for 1 mV, in millivolts, the same for I and II. */
  readonly gain: number;
  /** The same for V1 to V6, beside the common gain. */
  readonly precordialGains: readonly number[];
  /** Share by which the sampling clock is slow. */
  readonly clockError: number;
  /** Largest voltage that the amplifier passes, either way, in millivolts. */
  readonly rangeMv: number;
  /** Smallest voltage that it tells apart, in microvolts. */
  readonly resolutionUv: number;
}

/**
 * A device as they stand in clinics: bandwidths and resolutions after Kligfield et al. (AHA/ACC/HRS recommendations,
 * 2007) and what vendors offer. Most are faithful (0.05 to 150 Hz); some are set to "muscle" or "wander" filters.
 * @param mainsHz mains frequency of the country, for the notch.
 */
export function drawDevice(random: Random, mainsHz: 50 | 60): Device {
  const [highPassHz, highPassDirection] = drawWeighted(random, [
    [0.62, [0.05, 'causal'] as const],
    [0.12, [0.15, 'causal'] as const],
    [0.14, [0.5, 'zero-phase'] as const],
    [0.08, [0.67, 'zero-phase'] as const],
    [0.04, [0.5, 'causal'] as const],
  ]);
  const lowPassHz = drawWeighted(random, [
    [0.5, 150],
    [0.18, 100],
    [0.07, 50],
    [0.17, 40],
    [0.06, 35],
    [0.02, 25],
  ]);
  const resolutionUv = drawWeighted(random, [
    [0.35, 1],
    [0.15, 2.44],
    [0.3, 4.88],
    [0.2, 5],
  ]);
  return {
    highPassHz,
    highPassDirection,
    lowPassHz,
    notchHz: drawChance(random, 0.6) ? mainsHz : null,
    gain: 1 + random.uniform(-0.03, 0.03),
    precordialGains: Array.from({ length: 6 }, () => 1 + random.uniform(-0.01, 0.01)),
    clockError: random.uniform(-3e-4, 3e-4),
    rangeMv: drawWeighted(random, [
      [0.1, 5],
      [0.4, 10],
      [0.5, 16],
    ]),
    resolutionUv,
  };
}

/** The recorded leads in millivolts as they come out of a device: whole multiples of its resolution. */
export function applyDevice(recorded: RecordedLeads, device: Device, samplingRateHz: number): RecordedLeads {
  const { lowPassHz, notchHz, highPassHz, highPassDirection, clockError, rangeMv, resolutionUv } = device;
  const nyquistHz = samplingRateHz / 2;
  const sections = [
    ...(lowPassHz !== null && lowPassHz < 0.9 * nyquistHz ? [createLowPass(lowPassHz, samplingRateHz)] : []),
    ...(notchHz !== null && notchHz < 0.9 * nyquistHz ? [createNotch(notchHz, 2, samplingRateHz)] : []),
  ];
  return perRecordedLead((lead) => {
    const gain = device.gain * (lead === 'I' || lead === 'II' ? 1 : device.precordialGains[Number(lead[1]) - 1]!);
    const samples = applyClockError(recorded[lead], clockError);
    filterHighPass(samples, highPassHz, samplingRateHz, highPassDirection);
    for (const section of sections) filterForward(samples, section, samples[0]);
    quantise(samples, gain, 1000 / resolutionUv, rangeMv);
    return samples;
  });
}

/** Amplifies samples in place and rounds them to whole steps; what exceeds the range stays at its end. */
function quantise(samples: Float64Array, gain: number, stepsPerMv: number, rangeMv: number): void {
  const lastStep = Math.floor(rangeMv * stepsPerMv);
  for (let index = 0; index < samples.length; index++) {
    const step = Math.floor(samples[index]! * gain * stepsPerMv + 0.5);
    samples[index] = (step > lastStep ? lastStep : step < -lastStep ? -lastStep : step) / stepsPerMv;
  }
}
