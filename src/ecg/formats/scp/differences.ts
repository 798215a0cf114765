const LARGEST = 0x7fff;

/**
 * Samples from what SCP-ECG stores of them: themselves (order 0), first differences, after the first sample (1), or
 * second differences, after the first two (2). Source: EN 1064:2005+A1:2007, 5.8 and 5.9.
 * @returns undefined where a sample leaves the range of 16 bits, which all samples of SCP-ECG have.
 */
export function undoDifferences(stored: Int32Array, order: 0 | 1 | 2): Int32Array | undefined {
  const samples = stored.slice();
  for (let index = 0; index < samples.length; index++) {
    if (order > 0 && index >= order) {
      samples[index]! += order === 1 ? samples[index - 1]! : 2 * samples[index - 1]! - samples[index - 2]!;
    }
    if (samples[index]! > LARGEST || samples[index]! < -LARGEST - 1) return undefined;
  }
  return samples;
}
