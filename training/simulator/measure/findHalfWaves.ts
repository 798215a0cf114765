/** The lengths in seconds between successive extremes of a wave that differ by more than a fifth of its range. */
export function findHalfWaves(values: readonly number[], samplingRateHz: number): number[] {
  const least = 0.2 * (Math.max(...values) - Math.min(...values));
  const turns: number[] = [];
  let last = 0;
  let direction = 0;
  for (let index = 1; index < values.length; index++) {
    const change = values[index]! - values[last]!;
    if (direction * change > 0) last = index;
    else if (Math.abs(change) > least) {
      if (direction !== 0) turns.push(last);
      direction = Math.sign(change);
      last = index;
    }
  }
  return turns.slice(1).map((turn, index) => (turn - turns[index]!) / samplingRateHz);
}
