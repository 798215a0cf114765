/** The mains of the world, in hertz. */
export const MAINS_HZ = [50, 60] as const;

/** From the mains to where the heart is as strong but the mains is not, in hertz. */
const BESIDE_HZ = 4;

/**
 * The amplitude (half of peak to peak) of mains hum in a lead, in millivolts: that of its component at the mains
 * frequency beyond what its neighbours 4 Hz away have, median over the seconds. 0 where the rate is too low to hold it,
 * or samples are missing.
 */
export function measureMainsHum(samples: Float32Array, samplingRateHz: number, mainsHz: number): number {
  if (samplingRateHz < 2.2 * (mainsHz + BESIDE_HZ)) return 0;
  const size = Math.round(samplingRateHz);
  const amplitudes: number[] = [];
  for (let from = 0; from + size <= samples.length; from += size) {
    const power = (hertz: number) => toPower(samples.subarray(from, from + size), hertz / samplingRateHz);
    const excess = power(mainsHz) - (power(mainsHz - BESIDE_HZ) + power(mainsHz + BESIDE_HZ)) / 2;
    amplitudes.push(Math.sqrt(Math.max(0, excess)));
  }
  amplitudes.sort((a, b) => a - b);
  const median = amplitudes[amplitudes.length >> 1] ?? 0;
  return Number.isNaN(median) ? 0 : median;
}

/** The square of the amplitude of one frequency, in cycles a sample (Goertzel G, Am Math Mon 1958;65:34). */
function toPower(samples: Float32Array, frequency: number): number {
  const factor = 2 * Math.cos(2 * Math.PI * frequency);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + factor * last - before, last];
  return (4 * (last * last + before * before - factor * last * before)) / samples.length ** 2;
}
