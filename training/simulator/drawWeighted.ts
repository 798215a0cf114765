import type { Random } from '../../tools/synthetic/random';

/** One of the options, each as likely as its weight says; weights are 0 or more and not all 0. */
export function drawWeighted<T>(random: Random, options: readonly (readonly [weight: number, option: T])[]): T {
  const total = options.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.uniform(0, total);
  for (const [weight, option] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  return options.at(-1)![1];
}
