import type { Overview } from '../signal/overview';

/** How well a part of a recording is recorded, best first. */
export const QUALITY_LEVELS = ['clear', 'doubtful', 'poor', 'missing'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** A part of a recording that is recorded alike. */
export interface QualityRun {
  readonly level: QualityLevel;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Down to these scores: two leads of twelve are lost, or all are a little noisy; half of the leads are lost. */
const CLEAR = 0.8;
const DOUBTFUL = 0.5;

/** The recording from its start to its end in parts that are recorded alike. */
export function toQualityRuns({ windows, durationSeconds }: Overview): readonly QualityRun[] {
  const runs: QualityRun[] = [];
  const { stepSeconds, stepQuality } = windows;
  stepQuality.forEach((score, step) => {
    const level = toLevel(score);
    const before = runs.at(-1);
    const startSeconds = step * stepSeconds;
    // What remains at the end is shorter than a second and has no score of its own.
    const endSeconds = step === stepQuality.length - 1 ? durationSeconds : startSeconds + stepSeconds;
    if (before?.level === level) runs[runs.length - 1] = { ...before, endSeconds };
    else runs.push({ level, startSeconds, endSeconds });
  });
  return runs;
}

function toLevel(score: number): QualityLevel {
  if (Number.isNaN(score)) return 'missing';
  if (score >= CLEAR) return 'clear';
  return score >= DOUBTFUL ? 'doubtful' : 'poor';
}
