import { line } from 'd3';
import type { Paper } from '../paper';
import { xOf, yOf } from '../paper';

/** A stretch of one lead, as recorded. */
export interface TraceSegment {
  /** The whole lead, in millivolts; `NaN` where a sample is missing. */
  readonly samples: Float32Array;
  readonly samplingRateHz: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** The voltage that lies on the centre line. */
  readonly centreMv: number;
  /** Whether it is drawn upside down. */
  readonly isInverted?: boolean;
}

/** A sample exactly on the border of a stretch belongs to it, whatever the rounding of `seconds × rate`. */
const ROUNDING = 1e-6;

/**
 * The trace as an SVG path from (0, 0) at the stretch's start and centre line, in CSS pixels: every sample a point,
 * joined by straight lines; a missing sample interrupts it.
 */
export function tracePath(segment: TraceSegment, paper: Paper): string {
  const { samples, samplingRateHz, startSeconds, endSeconds, centreMv, isInverted = false } = segment;
  const sign = isInverted ? -1 : 1;
  const first = Math.max(0, Math.ceil(startSeconds * samplingRateHz - ROUNDING));
  const end = Math.min(samples.length, Math.floor(endSeconds * samplingRateHz + ROUNDING) + 1);
  const path = line<number>()
    .digits(2)
    .defined(Number.isFinite)
    .x((_, i) => xOf(paper, (first + i) / samplingRateHz - startSeconds))
    .y((millivolts) => yOf(paper, sign * (millivolts - centreMv)));
  return path(samples.subarray(first, Math.max(first, end))) ?? '';
}
