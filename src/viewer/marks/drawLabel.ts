import { create } from 'd3';

/** A line of text with its baseline at (x, y) in CSS pixels. */
export function drawLabel(
  text: string,
  x: number,
  y: number,
  className: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): SVGTextElement {
  return create<SVGTextElement>('svg:text')
    .attr('class', `paper-label ${className}`)
    .attr('x', x)
    .attr('y', y)
    .attr('text-anchor', anchor)
    .text(text)
    .node()!;
}
