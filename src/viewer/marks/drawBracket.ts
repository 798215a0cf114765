import { create } from 'd3';
import type { TimeSpan } from '../layout';
import type { Paper } from '../paper';
import { pixelsOf, xOf } from '../paper';
import { drawLabel } from './drawLabel';

const ARM_MM = 1.5;

/** A bracket over a span of the strip that begins at `x`, its back at `y` in CSS pixels, with its words above it. */
export function drawBracket(span: TimeSpan, words: string, paper: Paper, x: number, y: number): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-bracket');
  const left = x + xOf(paper, span.startSeconds);
  const width = xOf(paper, span.endSeconds - span.startSeconds);
  const arm = pixelsOf(paper, ARM_MM);
  group.append('path').attr('d', `M${left},${y + arm}v${-arm}h${width}v${arm}`);
  group.append(() => drawLabel(words, left, y - 4, 'paper-bracket-label'));
  return group.node()!;
}
