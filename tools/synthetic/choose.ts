import type { Random } from './random';

/** One of several, each as likely as the others. */
export function pick<T>(choices: readonly T[], random: Random): T {
  return choices[place(choices.length, random)]!;
}

/** A place in something of this length: a whole number from 0 to below it. */
export function place(length: number, random: Random): number {
  return Math.floor(random.uniform(0, length));
}
