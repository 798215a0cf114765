import { create, range } from 'd3';
import type { TimeSpan } from '../layout';
import type { Paper } from '../paper';
import { pixelsOf, xOf } from '../paper';
import { drawLabel } from './drawLabel';

const TICK_MM = 1.5;
const LABEL_MM = 4.5;

/** Ticks and numbers at whole seconds of a span that begins at (x, y) in CSS pixels; the first number bears the unit. */
export function drawTimeAxis(span: TimeSpan, paper: Paper, x: number, y: number): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-axis');
  const first = Math.ceil(span.startSeconds);
  for (const second of range(first, span.endSeconds + 1e-6)) {
    const tickX = x + xOf(paper, second - span.startSeconds);
    group.append('path').attr('d', `M${tickX},${y}v${pixelsOf(paper, TICK_MM)}`);
    const text = second === first ? `${second} s` : String(second);
    group.append(() => drawLabel(text, tickX, y + pixelsOf(paper, LABEL_MM), 'paper-axis-label', 'middle'));
  }
  return group.node()!;
}
