/** How long something took, over several runs, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Summary of the times of several runs, in milliseconds. */
export function toTiming(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.floor(middle - 0.5)] + sorted[Math.ceil(middle - 0.5)]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1], runs: sorted.length };
}

/** The time that one run takes, in milliseconds, and what it returned. */
export async function timeOnce<T>(run: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}

/**
 * Times two alternatives in turn, so that a machine that grows slower or faster meanwhile does not favour either.
 *
 * @returns the timings, and the ratio a/b pair by pair.
 */
export async function timePairs(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  runs: number,
): Promise<{ a: Timing; b: Timing; ratio: Timing }> {
  const times: { a: number; b: number }[] = [];
  for (let run = 0; run < runs; run++) times.push({ a: (await timeOnce(a)).ms, b: (await timeOnce(b)).ms });
  return {
    a: toTiming(times.map((pair) => pair.a)),
    b: toTiming(times.map((pair) => pair.b)),
    ratio: toTiming(times.map((pair) => pair.a / pair.b)),
  };
}
