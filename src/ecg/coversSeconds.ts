/** One sample of the 100 Hz at which the networks read. */
const SHORTFALL_SECONDS = 0.01;

/**
 * Whether so many samples are a recording of this length in seconds, to within the last 10 ms: some devices store
 * 9.996 s and call it ten, and resampled to 100 Hz that is the same 1,000 samples.
 */
export function coversSeconds(sampleCount: number, samplingRateHz: number, seconds: number): boolean {
  return sampleCount / samplingRateHz > seconds - SHORTFALL_SECONDS;
}
