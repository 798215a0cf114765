import type { Overview } from './overview';

/** Scores that are nearer than this are one: a reader would not move the window for it. */
const SAME_QUALITY = 0.05;

/**
 * Where the window starts that a reader has not chosen, in seconds: the earliest of the best recorded, so that a recording
 * that is well recorded throughout starts at its start. 0 where samples are missing in all.
 */
export function findBestStart({ windows: { quality, stepSeconds } }: Overview): number {
  const best = quality.reduce((highest, score) => (score > highest ? score : highest), -Infinity);
  return Math.max(0, quality.findIndex((score) => score >= best - SAME_QUALITY)) * stepSeconds;
}
