import { create } from 'd3';
import type { Paper } from '../paper';
import { tracePath, type TraceSegment } from './tracePath';

/** One stretch of one lead as a path, its start and centre line at (x, y) in CSS pixels. */
export function drawTrace(segment: TraceSegment, paper: Paper, x: number, y: number, className: string): SVGPathElement {
  return create<SVGPathElement>('svg:path')
    .attr('class', className)
    .attr('transform', `translate(${x},${y})`)
    .attr('d', tracePath(segment, paper))
    .node()!;
}
