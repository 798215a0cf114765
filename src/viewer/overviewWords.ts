import type { Overview } from '../signal/overview';
import { formatSpoken, formatStretch } from './clockTime';
import { QUALITY_LEVELS, type QualityLevel, toQualityRuns } from './qualityLevels';

/** "from 12 s to 22 s of 38 s" */
export function toWindowWords(startSeconds: number, { windows, durationSeconds }: Overview): string {
  const [start, end, all] = [startSeconds, startSeconds + windows.seconds, durationSeconds].map(formatSpoken);
  return `from ${start} to ${end} of ${all}`;
}

/** "0:12 to 0:22 of 0:38 used, the best recorded" */
export function toUseWords(startSeconds: number, bestStartSeconds: number, { windows, durationSeconds }: Overview): string {
  const stretch = formatStretch(startSeconds, startSeconds + windows.seconds, durationSeconds);
  return `${stretch} used, ${startSeconds === bestStartSeconds ? 'the best recorded' : 'your choice'}`;
}

/** How long the recording is less than clear, worst last: "poor for 12 s", "missing for 3 s"; none where it is clear throughout. */
export function toFaultWords(overview: Overview): readonly { readonly level: QualityLevel; readonly words: string }[] {
  const runs = toQualityRuns(overview);
  return QUALITY_LEVELS.filter((level) => level !== 'clear').flatMap((level) => {
    const seconds = runs.reduce((sum, run) => (run.level === level ? sum + run.endSeconds - run.startSeconds : sum), 0);
    return seconds > 0 ? [{ level, words: `${level} for ${formatSpoken(seconds)}` }] : [];
  });
}
