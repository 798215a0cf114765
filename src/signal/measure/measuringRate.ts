import type { Ecg } from '../../ecg/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import { resample } from '../resample';
import { bridgeGaps } from './usableLeads';

/** Waves begin and end between samples; from this rate on, in hertz, a sample is fine enough. */
const LOWEST_RATE_HZ = 400;

/**
 * The same ECG at a multiple of its sampling rate of at least 400 Hz, interpolated without loss (sinc); itself where it
 * is fast enough. Missing samples stay missing.
 */
export function toMeasuringRate(ecg: Ecg): Ecg {
  const factor = Math.ceil(LOWEST_RATE_HZ / ecg.samplingRateHz);
  if (factor <= 1) return ecg;
  return {
    ...ecg,
    samplingRateHz: ecg.samplingRateHz * factor,
    sampleCount: ecg.sampleCount * factor,
    leads: mapLeads((lead) => interpolate(ecg.leads[lead], factor)),
  };
}

function interpolate(samples: Float32Array, factor: number): Float32Array {
  const bridged = bridgeGaps(samples);
  if (!bridged) return new Float32Array(samples.length * factor).fill(Number.NaN);
  // Beyond its ends the resampler sees zeros: a level of 0 keeps it from ringing.
  const level = bridged.reduce((sum, value) => sum + value, 0) / bridged.length;
  const fine = resample(
    bridged.map((value) => value - level),
    factor,
    1,
  );
  return Float32Array.from(fine, (value, index) =>
    Number.isNaN(samples[Math.floor(index / factor)]) ? Number.NaN : value + level,
  );
}
