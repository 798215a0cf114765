/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A number drawn evenly from `low` (included) to `high` (excluded). */
  readonly uniform: (low: number, high: number) => number;
  /** A number drawn from the normal distribution of mean 0 and standard deviation 1. */
  readonly gaussian: () => number;
}

/** The numbers of one seed: a 32-bit Weyl sequence, mixed by multiplications and shifts (the mulberry32 scheme). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform: (low, high) => low + (high - low) * next(),
    // 1 - next() is never 0, so the logarithm of the Box-Muller transform is finite.
    gaussian: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
