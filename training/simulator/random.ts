import { createRandom } from '../../tools/synthetic/random';
import type { Random } from '../../tools/synthetic/random';

/**
 * A stream of numbers of its own for each name, so that drawing more in one part of the heart changes no other part.
 */
export function createStream(seed: number, name: string): Random {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${name}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return createRandom((hash ^ (hash >>> 13)) >>> 0);
}

/** A number from the normal distribution of `mean` and `sd`, drawn again until it lies within `low` to `high`. */
export function drawNormal(random: Random, mean: number, sd: number, low = -Infinity, high = Infinity): number {
  for (let attempt = 0; attempt < 20; attempt++) {
    const value = mean + sd * random.gaussian();
    if (value >= low && value <= high) return value;
  }
  return Math.min(high, Math.max(low, mean));
}

/** A factor around 1 whose logarithm is normal with standard deviation `sigma`, cut at ± 2.5 sigma. */
export function drawFactor(random: Random, sigma: number): number {
  return Math.exp(drawNormal(random, 0, sigma, -2.5 * sigma, 2.5 * sigma));
}

/** True with the given probability (0 to 1). */
export function drawChance(random: Random, probability: number): boolean {
  return random.uniform(0, 1) < probability;
}

/** One of `choices`, each with the same probability. */
export function drawOne<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random.uniform(0, choices.length))]!;
}
