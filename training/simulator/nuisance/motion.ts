/** One movement of an electrode on the skin. */
export interface MotionOptions {
  /** When it happens, in seconds from the first sample; may lie before it. */
  readonly atSeconds: number;
  /** How far the potential jumps, in millivolts. */
  readonly jumpMv: number;
  /** Time over which the jump happens, in seconds, above 0. */
  readonly riseSeconds: number;
  /** Time constant of the recovery, in seconds, above 0; long ones leave a step in the baseline. */
  readonly recoverySeconds: number;
}

/**
 * The potential of an electrode that was moved, in millivolts: an abrupt offset that the skin and the coupling of the
 * amplifier undo exponentially. With `atSeconds` 0 or less it is the transient of a device that was just switched on.
 */
export function createMotion(
  sampleCount: number,
  samplingRateHz: number,
  { atSeconds, jumpMv, riseSeconds, recoverySeconds }: MotionOptions,
): Float64Array {
  const motion = new Float64Array(sampleCount);
  const keepRise = Math.exp(-1 / (riseSeconds * samplingRateHz));
  const keepRecovery = Math.exp(-1 / (recoverySeconds * samplingRateHz));
  const first = Math.max(0, Math.ceil(atSeconds * samplingRateHz));
  const elapsedSeconds = first / samplingRateHz - atSeconds;
  let rise = Math.exp(-elapsedSeconds / riseSeconds);
  let recovery = Math.exp(-elapsedSeconds / recoverySeconds);
  for (let index = first; index < sampleCount; index++) {
    motion[index] = jumpMv * (1 - rise) * recovery;
    rise *= keepRise;
    recovery *= keepRecovery;
  }
  return motion;
}
