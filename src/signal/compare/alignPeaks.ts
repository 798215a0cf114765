/** A stretch of a record, in seconds from its start. */
interface Span {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

interface Beat {
  /** The R peak, in seconds from the start of the record. */
  readonly seconds: number;
}

/** How two segments are laid on each other at their R peaks. */
export interface PeakAlignment {
  /** The R peaks that come to lie at one place, each in seconds from the start of its own record. */
  readonly peakSeconds: readonly [one: number, other: number];
  /** By how much the other segment is moved to later times, in seconds, against both segments beginning at one place. */
  readonly shiftSeconds: number;
}

/** Which of two segments has no R peak near it. */
export type PeaklessSegments = 'one' | 'other' | 'both';

/** An R peak further outside of a segment than this is none of its, in seconds. */
const REACH_SECONDS = 0.4;

/**
 * Aligns two segments at an R peak of each: of all R peaks in them, the two that need the smallest shift. A segment that
 * has none is aligned at the nearest one within 0.4 s of it.
 *
 * @param beats as `findBeats` gives them.
 * @returns which segment has no R peak near it, where one has none.
 */
export function alignPeaks(
  one: { readonly beats: readonly Beat[]; readonly segment: Span },
  other: { readonly beats: readonly Beat[]; readonly segment: Span },
): PeakAlignment | PeaklessSegments {
  const [ones, others] = [findPeaks(one.beats, one.segment), findPeaks(other.beats, other.segment)];
  if (ones.length === 0 || others.length === 0) {
    if (ones.length > 0) return 'other';
    return others.length > 0 ? 'one' : 'both';
  }
  const alignments = ones.flatMap((here) =>
    others.map((there): PeakAlignment => ({
      peakSeconds: [here, there],
      shiftSeconds: here - one.segment.startSeconds - (there - other.segment.startSeconds),
    })),
  );
  return alignments.reduce((best, next) => (Math.abs(next.shiftSeconds) < Math.abs(best.shiftSeconds) ? next : best));
}

/** The R peaks in a segment; else the nearest one within reach; else none. */
function findPeaks(beats: readonly Beat[], { startSeconds, endSeconds }: Span): number[] {
  const distance = (seconds: number): number => Math.max(0, startSeconds - seconds, seconds - endSeconds);
  const near = beats
    .map(({ seconds }) => seconds)
    .filter((seconds) => distance(seconds) <= REACH_SECONDS)
    .sort((a, b) => distance(a) - distance(b));
  const inside = near.filter((seconds) => distance(seconds) === 0);
  return inside.length > 0 ? inside : near.slice(0, 1);
}
