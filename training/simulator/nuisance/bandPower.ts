/**
 * The power of samples between two frequencies (both included), in the square of their unit: the sum of the squared
 * amplitudes of their Fourier components, halved. For tests and for comparing noise; it does not window.
 */
export function toBandPower(
  samples: ArrayLike<number>,
  samplingRateHz: number,
  lowHz: number,
  highHz: number,
): number {
  const count = samples.length;
  let power = 0;
  const last = Math.min(Math.floor((highHz * count) / samplingRateHz), Math.floor((count - 1) / 2));
  for (let bin = Math.max(1, Math.ceil((lowHz * count) / samplingRateHz)); bin <= last; bin++) {
    let real = 0;
    let imaginary = 0;
    for (let index = 0; index < count; index++) {
      const angle = (2 * Math.PI * ((bin * index) % count)) / count;
      real += samples[index]! * Math.cos(angle);
      imaginary += samples[index]! * Math.sin(angle);
    }
    power += (2 * (real * real + imaginary * imaginary)) / (count * count);
  }
  return power;
}
