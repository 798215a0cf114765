import { describe, expect, it } from 'vitest';
import { alignPeaks, type PeakAlignment } from './alignPeaks';

const beatsAt = (...times: number[]) => times.map((seconds) => ({ seconds }));
const segmentAt = (startSeconds: number) => ({ startSeconds, endSeconds: startSeconds + 0.9 });
const align = (ones: number[], oneStart: number, others: number[], otherStart: number) =>
  alignPeaks(
    { beats: beatsAt(...ones), segment: segmentAt(oneStart) },
    { beats: beatsAt(...others), segment: segmentAt(otherStart) },
  );

describe('segments are aligned', () => {
  it('at their R peaks: a later R peak here moves the other to later times', () => {
    const { peakSeconds, shiftSeconds } = align([2.5], 2, [7.3], 7) as PeakAlignment;
    expect(peakSeconds).toEqual([2.5, 7.3]);
    expect(shiftSeconds).toBeCloseTo(0.2, 10);
  });

  it('at the two R peaks that need the smallest shift', () => {
    const { peakSeconds, shiftSeconds } = align([2.1, 2.8], 2, [7.85], 7) as PeakAlignment;
    expect(peakSeconds).toEqual([2.8, 7.85]);
    expect(shiftSeconds).toBeCloseTo(-0.05, 10);
  });

  it('at an R peak inside rather than at a nearer match outside', () => {
    expect((align([1.95, 2.6], 2, [6.95], 7) as PeakAlignment).peakSeconds).toEqual([2.6, 6.95]);
  });

  it('at the nearest R peak within 0.4 s where they have none', () => {
    expect((align([1.7, 3.2], 2, [7.3], 7) as PeakAlignment).peakSeconds).toEqual([1.7, 7.3]);
  });

  it('at none where none is near, and it is said in which', () => {
    expect(align([1.5, 3.4], 2, [7.3], 7)).toBe('one');
    expect(align([2.5], 2, [], 7)).toBe('other');
    expect(align([], 2, [], 7)).toBe('both');
  });
});
