/** A change of sampling rate as two whole numbers: by the factor `up / down`. */
export interface RateRatio {
  readonly up: number;
  readonly down: number;
}

/** So small that within 10 s at 1000 Hz no sample is displaced by more than a thousandth of a sample. */
const RELATIVE_TOLERANCE = 1e-7;

/**
 * The smallest whole numbers whose quotient is `toHz / fromHz`, to one part in 10⁷ (some clocks are given as
 * "499.987 Hz"): 500 Hz to 100 Hz is 1 / 5, 257 Hz to 100 Hz is 100 / 257. Found by continued fractions.
 * @throws RangeError where a rate is not a positive number.
 */
export function toRateRatio(fromHz: number, toHz: number): RateRatio {
  const target = toHz / fromHz;
  if (!(target > 0 && Number.isFinite(target))) {
    throw new RangeError(`Sampling rates are positive, not ${fromHz} and ${toHz} Hz.`);
  }
  let [before, current] = [
    { up: 0, down: 1 },
    { up: 1, down: 0 },
  ];
  let rest = target;
  do {
    const whole = Math.floor(rest);
    const next = { up: whole * current.up + before.up, down: whole * current.down + before.down };
    [before, current] = [current, next];
    rest = 1 / (rest - whole);
  } while (Math.abs(current.up / current.down - target) > RELATIVE_TOLERANCE * target);
  return current;
}
