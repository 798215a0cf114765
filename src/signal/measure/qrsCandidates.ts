import { findTypicalPeak } from './qrsEnergy';
import { findMedian } from './statistics';

/** Ventricles cannot be excited again so soon, in seconds. */
const REFRACTORY_SECONDS = 0.2;

/** Until then after a beat a smaller candidate is its T wave (Pan and Tompkins 1985), in seconds. */
const T_WAVE_SECONDS = 0.36;

/** From then on before a beat a smaller candidate is its P wave, in seconds. */
const P_WAVE_SECONDS = 0.3;

/** The least share of a typical complex, and of its neighbour for a candidate where a P or T wave would be. */
const LEAST_SHARE = 0.27;
const NEIGHBOUR_SHARE = 0.6;

/** A complex stands out from the median of the energy by this factor. */
const NOISE_FACTOR = 2.5;

/**
 * Samples at which QRS complexes have their centre, in time: maxima of the QRS energy (`toQrsEnergy`) of at least 0.27 of
 * a typical complex and 200 ms apart, without P and T waves.
 */
export function findQrsCandidates(energy: Float64Array, samplingRateHz: number): number[] {
  const limit = Math.max(LEAST_SHARE * findTypicalPeak(energy, samplingRateHz), NOISE_FACTOR * findMedian(energy));
  const maxima: number[] = [];
  for (let index = 1; index < energy.length - 1; index++) {
    const value = energy[index]!;
    if (value >= limit && value > energy[index - 1]! && value >= energy[index + 1]!) maxima.push(index);
  }
  const chosen: number[] = [];
  for (const index of maxima.sort((one, other) => energy[other]! - energy[one]!)) {
    if (chosen.every((other) => Math.abs(other - index) >= REFRACTORY_SECONDS * samplingRateHz)) chosen.push(index);
  }
  const inTime = chosen.sort((one, other) => one - other);
  return inTime.filter((index, at) => {
    const least = (other: number | undefined, seconds: number): boolean =>
      other === undefined ||
      Math.abs(index - other) >= seconds * samplingRateHz ||
      energy[index]! >= NEIGHBOUR_SHARE * energy[other]!;
    return least(inTime[at - 1], T_WAVE_SECONDS) && least(inTime[at + 1], P_WAVE_SECONDS);
  });
}
