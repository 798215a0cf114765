import { coversSeconds } from '../coversSeconds';
import { Problem } from '../problem';

const LEAST_SECONDS = 10;
const LEAST_SAMPLING_RATE_HZ = 100;

/** An adult's ECG has content up to 150 Hz (AHA/ACC/HRS, Circulation 2007;115:1306): twice as many samples show it. */
const FINE_SAMPLING_RATE_HZ = 300;

/**
 * Refuses a recording that the model cannot read: shorter than 10 s, or with fewer than 100 samples per second.
 * @returns remarks on what such a recording cannot show.
 * @throws Problem that quotes the length or the rate.
 */
export function toRecordingRemarks(samplingRateHz: number, sampleCount: number, source: string): string[] {
  if (samplingRateHz < LEAST_SAMPLING_RATE_HZ) {
    throw new Problem(
      `${source} was sampled at ${samplingRateHz} Hz; at least ${LEAST_SAMPLING_RATE_HZ} Hz are needed.`,
    );
  }
  if (!coversSeconds(sampleCount, samplingRateHz, LEAST_SECONDS)) {
    // Never rounded up to the length that would do.
    const shown = Math.floor((sampleCount / samplingRateHz) * 1000) / 1000;
    throw new Problem(`${source} is ${shown} s long; at least ${LEAST_SECONDS} s are needed.`);
  }
  if (samplingRateHz >= FINE_SAMPLING_RATE_HZ) return [];
  return [`Sampled at ${samplingRateHz} Hz: fine detail such as notches and pacing spikes may be lost.`];
}
